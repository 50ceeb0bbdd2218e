import type { Case, Step } from '../../generators/case.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import { namesOthers } from '../../driver/clients/foreign-value.ts';
import type { Wire } from './wire.ts';
import { wholePause } from './retry/outage.ts';
import { inventedValue } from './slots.ts';
import { renderStep, runStep, sharedRun } from './run-step.ts';
import type { ReadyStep, SharedSteps, StepRun, WithheldStep } from './run-step.ts';

/** A case as it went. */
export interface CaseRun {
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly slots: ReadonlyMap<string, string>;
  /** Which step did not give what the main one needs, and why, in one line; null where the case was run. */
  readonly unset: string | null;
}

/** A case under way. */
interface CaseUnderWay {
  readonly testCase: Case;
  readonly exchanges: Map<string, Exchange>;
  readonly slots: Map<string, string>;
  readonly wire: Wire;
  readonly shared: SharedSteps;
}

/**
 * Sends the steps of a case in order: set-up, main, probes. Steps with the same `together` key go at the same instant.
 * A probe whose slots nobody gave is left out: the main request was then rightly refused.
 */
export async function runCase(testCase: Case, wire: Wire, shared: SharedSteps): Promise<CaseRun> {
  const run: CaseUnderWay = { testCase, exchanges: new Map(), slots: new Map(), wire, shared };
  let unset: string | null = null;
  for (const group of groupSteps(testCase.steps)) {
    unset = await runGroup(run, group);
    if (unset !== null) break;
  }
  return { exchanges: run.exchanges, slots: run.slots, unset };
}

/** Sends steps at the same instant and keeps what they gave. Tells why the case cannot go on, or null. */
async function runGroup(run: CaseUnderWay, group: readonly Step[]): Promise<string | null> {
  const { wire, slots, shared } = run;
  const ready: ReadyStep[] = [];
  for (const step of group) {
    const requests = sharedRun(step, shared) ?? renderStep(step, slots, wire.target);
    if (typeof requests !== 'string') ready.push({ step, requests });
    else if (step.role !== 'probe') return requests;
  }
  const waitMs = Math.max(0, ...ready.map(({ step }) => step.waitMs ?? 0));
  if (waitMs > 0) {
    const isWhole = await (wire.pause ?? wholePause)(waitMs);
    if (!isWhole) return 'the run ended while it waited';
  }
  const runs = await Promise.all(ready.map((one) => runStep(run, one)));
  return keepRuns(run, ready, runs);
}

/**
 * Keeps what steps gave, of all of them: what one has created is removed, whatever became of the others. Tells why the
 * case cannot go on, or null.
 */
function keepRuns(
  run: CaseUnderWay,
  steps: readonly ReadyStep[],
  runs: readonly (StepRun | WithheldStep)[],
): string | null {
  let lost: string | null = null;
  let isCancelled = false;
  for (const [index, { step }] of steps.entries()) {
    const stepRun = runs[index];
    if (stepRun === undefined) continue;
    // We hung up: that says nothing of the target.
    if ('exchange' in stepRun && stepRun.exchange.failure?.kind === 'cancelled') isCancelled = true;
    else lost = keepRun(run, step, stepRun) ?? lost;
  }
  return lost ?? (isCancelled ? 'the run ended before it was answered' : null);
}

/** Keeps what a step gave. Tells what is lost without which the case cannot go on, or null. */
function keepRun(
  { testCase, exchanges, slots }: CaseUnderWay,
  step: Step,
  run: StepRun | WithheldStep,
): string | null {
  if ('withheld' in run) return step.role === 'probe' ? null : run.withheld;
  exchanges.set(step.name, run.exchange);
  for (const [slot, value] of run.captured) slots.set(slot, value);
  const lost = findLost(step, run);
  if (lost === null) return null;
  if (!doesWithout(testCase, step)) return lost;
  for (const { slot } of step.captures) if (!slots.has(slot)) slots.set(slot, inventedValue(slot));
  return null;
}

function groupSteps(steps: readonly Step[]): readonly (readonly Step[])[] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.together !== undefined && last?.[0]?.together === step.together) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** What a set-up step should have given and did not, in one line. */
function findLost(step: Step, { exchange, captured }: StepRun): string | null {
  const lost = step.role === 'setup' ? step.captures.find(({ slot }) => !captured.has(slot)) : undefined;
  if (lost === undefined) return null;
  return namesOthers(exchange)
    ? `${step.name} ${describeAnswer(exchange)}, with a client that is not proved to be ours`
    : `${step.name} ${describeAnswer(exchange)}, without ${lost.slot}`;
}

/**
 * Whether a case goes on with an invented code or token where the target gave none: one that has to be refused for
 * another reason is refused whatever it holds. So a mock that hands out no code is still judged by what it refuses.
 */
function doesWithout({ expectation, aspect }: Case, { captures }: Step): boolean {
  return (
    expectation === 'refuse' &&
    aspect !== 'grant' &&
    aspect !== 'client-id' &&
    captures.every(({ slot }) => /^(?:code|access_token|refresh_token)$/.test(slot))
  );
}

function describeAnswer(exchange: Exchange): string {
  const response: HttpResponse | null = exchange.response;
  return response === null ? (exchange.failure?.kind ?? 'no answer') : `answered ${response.status}`;
}

import { mainStep } from '../../generators/case.ts';
import type { Case, Step } from '../../generators/case.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { namesOthers } from '../../driver/clients/foreign-value.ts';
import type { Wire } from './wire.ts';
import { wholePause } from './retry/outage.ts';
import { describeAnswer } from './describe-answer.ts';
import { renderStep, runStep, sharedRun } from './run-step.ts';
import type { ReadyStep, SharedSteps, WithheldStep } from './run-step.ts';
import type { StepRun } from './step-run.ts';

/** The result of running a case. */
export interface CaseRun {
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly slots: ReadonlyMap<string, string>;
  /** Which step failed to provide what the main one needs, and why, in one line; null if the case was run. */
  readonly unset: string | null;
}

/** Whether a request of a case got no answer. */
export function hasHang({ exchanges }: Pick<CaseRun, 'exchanges'>): boolean {
  return [...exchanges.values()].some(({ failure }) => failure?.kind === 'hang');
}

/** Whether nothing has kept a step of a case from being sent, but for those that are sent only after a slow answer. */
export function isWhole({ steps }: Case, { exchanges }: Pick<CaseRun, 'exchanges'>): boolean {
  return steps.every(({ name, onlyIfSlowMs }) => onlyIfSlowMs !== undefined || exchanges.has(name));
}

/** A case that is being run. */
interface CaseUnderWay {
  readonly testCase: Case;
  readonly exchanges: Map<string, Exchange>;
  readonly slots: Map<string, string>;
  /** Placeholders for codes and tokens that the target did not issue. */
  readonly invented: Map<string, string>;
  readonly wire: Wire;
  readonly shared: SharedSteps;
}

/**
 * Sends the steps of a case in order: setup, main, probes. Steps with the same `together` key are sent at the same
 * instant. A probe whose slots have no value is skipped: the main request was then rightly refused, or had a placeholder
 * in place of a value, of which a probe would tell nothing. Nor would a step before the main one. Once a request was not
 * answered, nothing follows the main one: each further request might take as long.
 */
export async function runCase(testCase: Case, wire: Wire, shared: SharedSteps): Promise<CaseRun> {
  const run: CaseUnderWay = {
    testCase,
    exchanges: new Map(),
    slots: new Map(),
    invented: new Map(),
    wire,
    shared,
  };
  let unset: string | null = null;
  for (const group of groupSteps(testCase.steps)) {
    unset = await runGroup(run, group);
    if (unset !== null || isHeldUp(run)) break;
  }
  return { exchanges: run.exchanges, slots: run.slots, unset };
}

function isHeldUp(run: CaseUnderWay): boolean {
  return hasHang(run) && run.exchanges.has(mainStep(run.testCase).name);
}

/** Sends steps at the same instant and keeps their results. Returns why the case cannot go on, or null. */
async function runGroup(run: CaseUnderWay, group: readonly Step[]): Promise<string | null> {
  const { wire, slots, shared } = run;
  const ready: ReadyStep[] = [];
  for (const step of group) {
    if (isLeftOut(run, step)) continue;
    const values =
      step.role === 'main' && run.invented.size > 0 ? new Map([...run.invented, ...slots]) : slots;
    const requests = sharedRun(step, shared) ?? renderStep(step, values, wire.target);
    if (typeof requests !== 'string') ready.push({ step, requests });
    else if (step.role === 'setup' && namesInvented(run, step)) invent(run, step);
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

/** Whether a step is not sent because earlier ones took so long, or because the one before it did not. */
function isLeftOut(run: CaseUnderWay, step: Step): boolean {
  const { unlessSlowMs, onlyIfSlowMs } = step;
  if (onlyIfSlowMs !== undefined && !isAfterSlow(run, step, onlyIfSlowMs)) return true;
  return (
    unlessSlowMs !== undefined &&
    [...run.exchanges.values()].some(
      ({ durationMs, failure }) => durationMs > unlessSlowMs || failure?.kind === 'hang',
    )
  );
}

/** Whether the step before was answered, and took longer than this. */
function isAfterSlow({ testCase, exchanges }: CaseUnderWay, step: Step, ms: number): boolean {
  const before = testCase.steps[testCase.steps.indexOf(step) - 1];
  const last = before === undefined ? undefined : exchanges.get(before.name);
  return last !== undefined && last.response !== null && last.durationMs > ms;
}

/**
 * Keeps the results of all steps, so that whatever one has created is removed, whatever became of the others. Returns
 * why the case cannot go on, or null.
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
    // We cancelled the request, which says nothing about the target.
    if ('exchange' in stepRun && stepRun.exchange.failure?.kind === 'cancelled') isCancelled = true;
    else lost = keepRun(run, step, stepRun) ?? lost;
  }
  return lost ?? (isCancelled ? 'the run ended before it was answered' : null);
}

/** Keeps the result of a step. Returns which missing value keeps the case from going on, or null. */
function keepRun(under: CaseUnderWay, step: Step, run: StepRun | WithheldStep): string | null {
  const { testCase, exchanges, slots } = under;
  if ('withheld' in run) return step.role === 'probe' ? null : run.withheld;
  exchanges.set(step.name, run.exchange);
  for (const [slot, value] of run.captured) slots.set(slot, value);
  const lost = findLost(step, run);
  if (lost === null) return null;
  if (!doesWithout(testCase, step)) return lost;
  invent(under, step);
  return null;
}

/** Whether a step lacks nothing but what was invented. Its answer would tell nothing, so it is not sent. */
function namesInvented({ invented, slots, wire }: CaseUnderWay, step: Step): boolean {
  return typeof renderStep(step, new Map([...invented, ...slots]), wire.target) !== 'string';
}

function invent({ invented, slots }: CaseUnderWay, step: Step): void {
  for (const { slot } of step.captures) if (!slots.has(slot)) invented.set(slot, `invented-${slot}`);
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

/** What a setup step should have provided but did not, in one line. */
function findLost(step: Step, { exchange, captured }: StepRun): string | null {
  const lost = step.role === 'setup' ? step.captures.find(({ slot }) => !captured.has(slot)) : undefined;
  if (lost === undefined) return null;
  return namesOthers(exchange)
    ? `${step.name} ${describeAnswer(exchange)}, with a client that is not proved to be ours`
    : `${step.name} ${describeAnswer(exchange)}, without ${lost.slot}`;
}

/**
 * Whether a case goes on with an invented code or token if the target issued none. A request that must be refused for
 * another reason is refused whatever its code or token. So a mock that issues no codes is still judged by what it
 * refuses.
 */
function doesWithout({ expectation, aspect }: Case, { captures }: Step): boolean {
  return (
    expectation === 'refuse' &&
    aspect !== 'grant' &&
    aspect !== 'client-id' &&
    captures.every(({ slot }) => /^(?:code|access_token|refresh_token)$/.test(slot))
  );
}

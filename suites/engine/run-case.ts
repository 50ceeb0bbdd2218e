import type { Case, Step } from '../../generators/case.ts';
import { useTokenElsewhere } from '../../generators/setup/probe-steps.ts';
import { renderRequest, type RenderTarget } from '../../generators/request/render-request.ts';
import type { Exchange, HttpResponse, WireRequest } from '../../driver/exchange.ts';
import { RenderError } from '../../generators/request/render-error.ts';
import type { Repeats } from './repeats.ts';
import { wholePause } from './pause.ts';
import { captureSlots, inventedValue } from './slots.ts';
import { isUnlikely } from './transience.ts';

/** What a case needs of the world: a way to send, and where to. */
export interface Wire {
  readonly target: RenderTarget;
  readonly send: (request: Exchange['request']) => Promise<Exchange>;
  /** Sends again what a gateway has turned away by a whim; absent: every first answer counts. */
  readonly repeats?: Repeats;
  /** Waits, and tells whether it did so to the end; absent: nothing cuts it short. */
  readonly pause?: (ms: number) => Promise<boolean>;
}

/** A case as it went. */
export interface CaseRun {
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly slots: ReadonlyMap<string, string>;
  /** Which step did not give what the main one needs, and why, in one line; null where the case was run. */
  readonly unset: string | null;
}

/** A step with what it gave; kept for steps that cases share. */
interface StepRun {
  readonly exchange: Exchange;
  readonly captured: ReadonlyMap<string, string>;
}

/** The steps that cases of one operation share, by key. */
export type SharedSteps = Map<string, Promise<StepRun>>;

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

/** Keeps what steps gave. Tells why the case cannot go on, or null. */
function keepRuns(run: CaseUnderWay, steps: readonly ReadyStep[], runs: readonly StepRun[]): string | null {
  let isCancelled = false;
  for (const [index, { step }] of steps.entries()) {
    const stepRun = runs[index];
    if (stepRun === undefined) continue;
    // We hung up: that says nothing of the target. What the others made is still to be removed.
    if (stepRun.exchange.failure?.kind === 'cancelled') isCancelled = true;
    else {
      const lost = keepRun(run, step, stepRun);
      if (lost !== null) return lost;
    }
  }
  return isCancelled ? 'the run ended before it was answered' : null;
}

/** Keeps what a step gave. Tells what is lost without which the case cannot go on, or null. */
function keepRun({ testCase, exchanges, slots }: CaseUnderWay, step: Step, run: StepRun): string | null {
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

/** What a step sends. */
interface StepRequests {
  readonly request: WireRequest;
  /** What is sent if the first is answered 404: a target may lack the resource at which a token is tried. */
  readonly elsewhere: (() => WireRequest) | null;
}

/** A step's requests, or why they cannot be made: a slot that nobody filled, or filled with what no header can hold. */
function renderStep(
  { name, operation, request }: Step,
  slots: ReadonlyMap<string, string>,
  target: RenderTarget,
): StepRequests | string {
  try {
    return {
      request: renderRequest(request, slots, target),
      elsewhere:
        operation === 'gateway' ? () => renderRequest(useTokenElsewhere(request), slots, target) : null,
    };
  } catch (error) {
    if (error instanceof RenderError) return `${name} cannot be sent: ${error.message}`;
    throw error;
  }
}

/** What a set-up step should have given and did not, in one line. */
function findLost(step: Step, { exchange, captured }: StepRun): string | null {
  const lost = step.role === 'setup' ? step.captures.find(({ slot }) => !captured.has(slot)) : undefined;
  return lost === undefined ? null : `${step.name} ${describeAnswer(exchange)}, without ${lost.slot}`;
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

/** A step that can be sent, or was by another case. */
interface ReadyStep {
  readonly step: Step;
  readonly requests: StepRequests | Promise<StepRun>;
}

/** A step that another case has sent for all. */
function sharedRun({ shared: key }: Step, shared: SharedSteps): Promise<StepRun> | undefined {
  return key === undefined ? undefined : shared.get(key);
}

async function runStep(run: CaseUnderWay, { step, requests }: ReadyStep): Promise<StepRun> {
  if (requests instanceof Promise) return requests;
  if (step.shared === undefined) return sendStep(run, step, requests);
  const sent = sharedRun(step, run.shared) ?? sendStep(run, step, requests);
  run.shared.set(step.shared, sent);
  const { captured } = await sent;
  // One that failed is tried again by the next case, so that one bad answer does not spoil the rest.
  if (captured.size < step.captures.length) run.shared.delete(step.shared);
  return sent;
}

async function sendStep(
  { testCase, wire }: CaseUnderWay,
  step: Step,
  { request, elsewhere }: StepRequests,
): Promise<StepRun> {
  const asked = await wire.send(request);
  const first = elsewhere !== null && asked.response?.status === 404 ? await wire.send(elsewhere()) : asked;
  const isDoubtful = (exchange: Exchange): boolean => isUnlikely(testCase, step, exchange);
  const exchange =
    wire.repeats !== undefined && isDoubtful(first)
      ? await wire.repeats.settle(wire, first, isDoubtful)
      : first;
  return { exchange, captured: captureSlots(step.captures, exchange.response) };
}

function describeAnswer(exchange: Exchange): string {
  const response: HttpResponse | null = exchange.response;
  return response === null ? (exchange.failure?.kind ?? 'no answer') : `answered ${response.status}`;
}

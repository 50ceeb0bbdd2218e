import type { Case, Step } from '../../generators/case.ts';
import { renderRequest, type RenderTarget } from '../../generators/request/render-request.ts';
import type { Exchange, HttpResponse } from '../../driver/exchange.ts';
import { captureSlots, missingSlot } from './slots.ts';

/** What a case needs of the world: a way to send, and where to. */
export interface Wire {
  readonly target: RenderTarget;
  readonly send: (request: Exchange['request']) => Promise<Exchange>;
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

/**
 * Sends the steps of a case in order: set-up, main, probes. Steps with the same `together` key go at the same instant.
 * A probe whose slots nobody gave is left out: the main request was then rightly refused.
 */
export async function runCase(testCase: Case, wire: Wire, shared: SharedSteps): Promise<CaseRun> {
  const exchanges = new Map<string, Exchange>();
  const slots = new Map<string, string>();
  for (const group of groupSteps(testCase.steps)) {
    const ready = group.filter((step) => missingSlot(step.request, slots) === null);
    for (const step of group) {
      const slot = ready.includes(step) ? null : missingSlot(step.request, slots);
      if (slot !== null && step.role !== 'probe')
        return { exchanges, slots, unset: `${step.name} was given no ${slot}` };
    }
    const runs = await Promise.all(ready.map((step) => runStep(step, slots, wire, shared)));
    for (const [index, step] of ready.entries()) {
      const run = runs[index];
      if (run === undefined) continue;
      exchanges.set(step.name, run.exchange);
      for (const [slot, value] of run.captured) slots.set(slot, value);
      const lost =
        step.role === 'setup' ? step.captures.find(({ slot }) => !run.captured.has(slot)) : undefined;
      if (lost !== undefined) {
        return {
          exchanges,
          slots,
          unset: `${step.name} ${describeAnswer(run.exchange)}, without ${lost.slot}`,
        };
      }
    }
  }
  return { exchanges, slots, unset: null };
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

async function runStep(
  step: Step,
  slots: ReadonlyMap<string, string>,
  wire: Wire,
  shared: SharedSteps,
): Promise<StepRun> {
  if (step.shared === undefined) return sendStep(step, slots, wire);
  const known = shared.get(step.shared);
  if (known !== undefined) return known;
  const run = sendStep(step, slots, wire);
  shared.set(step.shared, run);
  const { captured } = await run;
  // One that failed is tried again by the next case, so that one bad answer does not spoil the rest.
  if (captured.size < step.captures.length) shared.delete(step.shared);
  return run;
}

async function sendStep(step: Step, slots: ReadonlyMap<string, string>, wire: Wire): Promise<StepRun> {
  const exchange = await wire.send(renderRequest(step.request, slots, wire.target));
  return { exchange, captured: captureSlots(step.captures, exchange.response) };
}

function describeAnswer(exchange: Exchange): string {
  const response: HttpResponse | null = exchange.response;
  return response === null ? (exchange.failure?.kind ?? 'no answer') : `answered ${response.status}`;
}

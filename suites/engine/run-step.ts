import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { WithheldRequest } from '../../driver/clients/foreign-value.ts';
import type { Case, Step } from '../../generators/case.ts';
import { RenderError } from '../../generators/request/render-piece.ts';
import { renderRequest } from '../../generators/request/render-request.ts';
import type { RenderTarget } from '../../generators/request/render-request.ts';
import { otherForms } from '../../generators/setup/other-forms.ts';
import { useTokenElsewhere } from '../../generators/setup/probe-steps.ts';
import type { Wire } from './wire.ts';
import { captureSlots } from './slots.ts';
import type { StepRun } from './step-run.ts';
import { usualForm } from './taken-forms.ts';
import { isUnlikely } from './retry/transient.ts';

/** A step that was not sent, with the reason in one line. */
export interface WithheldStep {
  readonly withheld: string;
}

/** The steps that cases of one operation share, by key. */
export type SharedSteps = Map<string, Promise<StepRun>>;

/** The case whose steps are sent. */
interface CaseOfSteps {
  readonly testCase: Case;
  readonly wire: Wire;
  readonly shared: SharedSteps;
}

/** The requests of a step. */
interface StepRequests {
  readonly request: WireRequest;
  /** Sent if the first is answered with 404: a target may lack the resource at which a token is tried. */
  readonly elsewhere: (() => WireRequest) | null;
  /** The other forms of a step that sets a case up. */
  readonly others: readonly { readonly name: string; readonly request: () => WireRequest }[];
}

/** A step's requests, or why they cannot be rendered: a slot without a value, or with one that no header can hold. */
export function renderStep(
  step: Step,
  slots: ReadonlyMap<string, string>,
  target: RenderTarget,
): StepRequests | string {
  const { name, operation, request } = step;
  try {
    return {
      request: renderRequest(request, slots, target),
      elsewhere:
        operation === 'gateway' ? () => renderRequest(useTokenElsewhere(request), slots, target) : null,
      others: otherForms(step).map(({ name: form, change }) => ({
        name: form,
        request: () => renderRequest(change(request), slots, target),
      })),
    };
  } catch (error) {
    if (error instanceof RenderError) return `${name} cannot be sent: ${error.message}`;
    throw error;
  }
}

/** A step that can be sent, or that another case has sent. */
export interface ReadyStep {
  readonly step: Step;
  readonly requests: StepRequests | Promise<StepRun>;
}

/** The run of a shared step that another case has sent. */
export function sharedRun({ shared: key }: Step, shared: SharedSteps): Promise<StepRun> | undefined {
  return key === undefined ? undefined : shared.get(key);
}

/** Sends a step, or takes the answer that another case got to it. Does not reject, whatever a target answers. */
export async function runStep(run: CaseOfSteps, ready: ReadyStep): Promise<StepRun | WithheldStep> {
  try {
    return await sendOrShare(run, ready);
  } catch (error) {
    if (error instanceof WithheldRequest)
      return { withheld: `${ready.step.name} is not sent: ${error.message}` };
    throw error;
  }
}

async function sendOrShare(run: CaseOfSteps, { step, requests }: ReadyStep): Promise<StepRun> {
  if (requests instanceof Promise) return requests;
  if (step.shared === undefined) return sendStep(run, step, requests);
  const sent = sharedRun(step, run.shared) ?? sendStep(run, step, requests);
  run.shared.set(step.shared, sent);
  let isGood = false;
  try {
    const { captured } = await sent;
    isGood = captured.size === step.captures.length;
    return await sent;
  } finally {
    // The next case repeats a step that failed, so that one bad answer does not spoil the rest.
    if (!isGood) run.shared.delete(step.shared);
  }
}

function sendStep(run: CaseOfSteps, step: Step, requests: StepRequests): Promise<StepRun> {
  const { request, elsewhere, others } = requests;
  const usual = { name: usualForm, send: () => sendForm(run, step, request, elsewhere) };
  const { forms } = run.wire;
  if (forms === undefined || others.length === 0) return usual.send();
  const further = others.map((form) => ({
    name: form.name,
    send: () => sendForm(run, step, form.request(), null),
  }));
  return forms.send(step, [usual, ...further]);
}

async function sendForm(
  { testCase, wire }: CaseOfSteps,
  step: Step,
  request: WireRequest,
  elsewhere: StepRequests['elsewhere'],
): Promise<StepRun> {
  const asked = await wire.send(request);
  const first = elsewhere !== null && asked.response?.status === 404 ? await wire.send(elsewhere()) : asked;
  const isDoubtful = (exchange: Exchange): boolean => isUnlikely(testCase, step, exchange);
  const exchange =
    wire.repeats !== undefined && isDoubtful(first)
      ? await wire.repeats.settle(wire, first, isDoubtful)
      : first;
  return { exchange, captured: captureSlots(step.captures, exchange) };
}

import type { Step } from '../../generators/case.ts';
import type { StepRun } from './step-run.ts';

/** A form of a request, and how it is sent. */
export interface SendableForm {
  readonly name: string;
  readonly send: () => Promise<StepRun>;
}

/** The name of the form in which a step is drawn. */
export const usualForm = 'usual';

/** What is known of an operation. */
interface Taken {
  /** The form in which the target took a request; null if it took none yet. */
  form: string | null;
  /** How often all forms were tried in vain. */
  vain: number;
  /** One at a time tries the forms, so that the others can use the one that was taken. */
  turn: Promise<unknown>;
}

/** A target that refuses every form is not asked again for each case. */
const mostVainTries = 3;

/**
 * Remembers in which form a target takes the requests that set cases up, by operation. A target may refuse the usual
 * form by right: a scope that it does not know, or none at all (RFC 6749 section 3.3).
 */
export class TakenForms {
  readonly #operations = new Map<Step['operation'], Taken>();

  /**
   * Sends a step in the form that the target is known to take. If it is refused and no form is known, tries the others.
   * A refusal of the known form has other reasons, and counts. If all are refused, the answer to the first counts.
   */
  async send(step: Step, forms: readonly SendableForm[]): Promise<StepRun> {
    const taken = this.#of(step.operation);
    const known = forms.find(({ name }) => name === taken.form) ?? forms[0];
    if (known === undefined) throw new TypeError(`${step.name} has no form`);
    const run = await known.send();
    if (isWhole(step, run)) taken.form ??= known.name;
    if (known.name === taken.form || !isRefused(step, run)) return run;
    const others = forms.filter((form) => form !== known);
    const turn = taken.turn.then(() => this.#tryOthers(step, others));
    taken.turn = turn.catch(() => null);
    return (await turn) ?? run;
  }

  async #tryOthers(step: Step, others: readonly SendableForm[]): Promise<StepRun | null> {
    const taken = this.#of(step.operation);
    if (taken.form !== null) return (await others.find(({ name }) => name === taken.form)?.send()) ?? null;
    if (taken.vain === mostVainTries) return null;
    for (const { name, send } of others) {
      const run = await send();
      if (isWhole(step, run)) taken.form = name;
      if (!isRefused(step, run)) return run;
    }
    taken.vain += 1;
    return null;
  }

  #of(operation: Step['operation']): Taken {
    const known = this.#operations.get(operation);
    if (known !== undefined) return known;
    const taken: Taken = { form: null, vain: 0, turn: Promise.resolve() };
    this.#operations.set(operation, taken);
    return taken;
  }
}

function isWhole({ captures }: Step, { captured }: StepRun): boolean {
  return captures.every(({ slot }) => captured.has(slot));
}

/** Whether the request itself was refused, by a status for invalid input or by a redirect with nothing in it. */
function isRefused(step: Step, run: StepRun): boolean {
  if (isWhole(step, run)) return false;
  const status = run.exchange.response?.status ?? 0;
  return status === 400 || status === 422 || (status >= 300 && status < 400);
}

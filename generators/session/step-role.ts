import type { Step } from '../case.ts';
import type { StepName } from '../step-name.ts';

/** The step as the main one of its case. */
export function asMain(step: Step): Step {
  return { ...step, name: 'main', role: 'main' };
}

/** The step under another name, as part of the set-up: a value it was to capture and did not ends the case. */
export function asSetup(step: Step, name: StepName): Step {
  return { ...step, name, role: 'setup' };
}

/** The step under another name, as a look at what the main request did. Left out where its slots are missing. */
export function asProbe(step: Step, name: StepName): Step {
  return { ...step, name, role: 'probe' };
}

/** The step without what it captures, so that it does not overwrite what an earlier one gave. */
export function capturingNothing(step: Step): Step {
  return { ...step, captures: [] };
}

/** Steps that are sent at the same instant. */
export function atOnce(key: string, steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({ ...step, together: key }));
}

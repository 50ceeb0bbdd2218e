import type { Step } from '../../generators/case.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { Attempt } from '../rule.ts';
import { tokenAnswer } from './tokens.ts';

/**
 * For each value that requests raced for, the steps to which tokens were given, in the order of the case. The value is
 * the one that a form has under this name. A value that nobody got says nothing: its request may have been refused for
 * another reason.
 */
export function racedSuccesses(attempt: Attempt, name: string): readonly (readonly StepName[])[] {
  const successes = new Map<string, StepName[]>();
  for (const step of attempt.case.steps) {
    const slot = step.together === undefined ? null : slotOf(step, name);
    if (slot === null || tokenAnswer(attempt, step.name) === null) continue;
    successes.set(slot, [...(successes.get(slot) ?? []), step.name]);
  }
  return [...successes.values()];
}

/** The slot that a form parameter is filled from. */
export function slotOf({ request: { body } }: Step, name: string): string | null {
  if (body?.type !== 'form') return null;
  const [value] = body.pairs.flatMap(([key, piece]) => (key === name ? [piece] : []));
  return typeof value === 'object' && 'slot' in value ? value.slot : null;
}

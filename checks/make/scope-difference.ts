import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { sentFormValues, sentTexts, stepNamed } from '../read/steps.ts';
import { scopeOf, splitScope } from '../read/tokens.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './session-rule.ts';

/** The scope that an authorization asked for, or null where it asked for none (an empty one counts as none). */
export function askedScope({ case: testCase }: Attempt): readonly string[] | null {
  const asked = splitScope(sentFormValues(stepNamed(testCase, 'authorize'), 'scope').join(' '));
  return asked.length === 0 ? null : asked;
}

/** The scope that the client has registered for where none is asked for. */
export function defaultScope(attempt: Attempt): readonly string[] {
  return sentTexts(attempt, 'main', 'default_scopes');
}

/** A violation for each scope of the tokens that is not in the limit. */
export function scopeBeyond(
  step: StepName,
  tokens: JsonObject,
  limit: readonly string[],
): readonly Violation[] {
  return [...(scopeOf(tokens) ?? [])]
    .filter((scope) => !limit.includes(scope))
    .map((scope) => stepViolation(step, `a scope in "${limit.join(' ')}"`, scope, '/scope'));
}

import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { sentFormValues, sentTexts, stepNamed } from '../read/steps.ts';
import { scopeOf, splitScope } from '../read/tokens.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './session-rule.ts';

/** The scope that an authorization requested, or null if it requested none. An empty scope counts as none. */
export function askedScope({ case: testCase }: Attempt): readonly string[] | null {
  const asked = splitScope(sentFormValues(stepNamed(testCase, 'authorize'), 'scope').join(' '));
  return asked.length === 0 ? null : asked;
}

/** The scope that the client has registered as the default if none is requested. */
export function defaultScope(attempt: Attempt): readonly string[] {
  return sentTexts(attempt, 'main', 'default_scopes');
}

/** One violation for each token scope beyond the limit. */
export function scopeBeyond(
  step: StepName,
  tokens: JsonObject,
  limit: readonly string[],
): readonly Violation[] {
  return [...(scopeOf(tokens) ?? [])]
    .filter((scope) => !limit.includes(scope))
    .map((scope) => stepViolation(step, `a scope in "${limit.join(' ')}"`, scope, '/scope'));
}

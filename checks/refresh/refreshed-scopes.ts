import type { StepName } from '../../generators/step-name.ts';
import { scopeOf, tokenAnswer } from '../read/tokens.ts';
import type { Attempt } from '../rule.ts';

const grants: readonly StepName[] = ['redeem', 'main', 'generate'];
const refreshes: readonly StepName[] = ['main', 'refresh-after', 'refresh-again', 'refresh-generated'];

/** A refresh answer, with the scopes that the answer to the grant reported. */
export interface RefreshedScope {
  readonly step: StepName;
  readonly refreshed: Readonly<Record<string, unknown>>;
  readonly granted: readonly string[];
}

/** The refreshes of an attempt that returned tokens. None if the grant reported no scope. */
export function refreshedScopes(attempt: Attempt): readonly RefreshedScope[] {
  const grant = grants.find((step) => attempt.exchanges.has(step));
  const tokens = grant === undefined ? null : tokenAnswer(attempt, grant);
  const granted = tokens === null ? null : scopeOf(tokens);
  if (granted === null) return [];
  return refreshes.flatMap((step): readonly RefreshedScope[] => {
    const refreshed = step === grant ? null : tokenAnswer(attempt, step);
    return refreshed === null ? [] : [{ step, refreshed, granted: [...granted] }];
  });
}

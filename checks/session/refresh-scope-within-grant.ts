import type { Attempt, Violation } from '../rule.ts';
import { scopeBeyond } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';
import { scopeOf, tokenAnswer } from './token-answer.ts';

const grants = ['redeem', 'main', 'generate'] as const;
const refreshes = ['main', 'refresh-after', 'refresh-again', 'refresh-generated'] as const;

/** Measured by what the answer to the grant itself reported. */
export const refreshScopeWithinGrant = sessionRule({
  id: 'refresh.scope.within-grant',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '6' },
  claim: 'gives no scope on a refresh that was not granted before',
  families: ['refresh.valid', 'refresh.wider-scope', 'token.redeem', 'token.scope.', 'generate.'],
  judgement: {
    appliesTo: (attempt) => pairs(attempt).length > 0,
    judge: (attempt) => pairs(attempt).flatMap(judge),
  },
});

interface Pair {
  readonly step: string;
  readonly refreshed: Readonly<Record<string, unknown>>;
  readonly granted: readonly string[];
}

function pairs(attempt: Attempt): readonly Pair[] {
  const grant = grants.find((step) => attempt.exchanges.has(step));
  const tokens = grant === undefined ? null : tokenAnswer(attempt, grant);
  const granted = tokens === null ? null : scopeOf(tokens);
  if (granted === null) return [];
  return refreshes.flatMap((step): readonly Pair[] => {
    const refreshed = step === grant ? null : tokenAnswer(attempt, step);
    return refreshed === null ? [] : [{ step, refreshed, granted: [...granted] }];
  });
}

function judge({ step, refreshed, granted }: Pair): readonly Violation[] {
  return scopeBeyond(step, refreshed, granted);
}

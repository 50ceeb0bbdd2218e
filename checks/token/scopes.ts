import { askedScope, defaultScope, scopeBeyond } from '../make/scope-difference.ts';
import { sessionRule, stepViolation } from '../make/session-rule.ts';
import { scopeOf, tokenAnswer } from '../read/tokens.ts';
import type { Rule } from '../rule.ts';

/** This is the purpose of the contract's `default_scopes`. */
export const tokenScopeDefaultApplied = sessionRule({
  id: 'token.scope.default-applied',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'grants all default scopes of the client where none is asked for',
  families: ['token.scope.omitted'],
  when: (attempt) => askedScope(attempt) === null,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) => {
      const granted = scopeOf(tokenAnswer(attempt, 'redeem') ?? {});
      return defaultScope(attempt)
        .filter((scope) => granted?.has(scope) === false)
        .map((scope) => stepViolation('redeem', `scope ${scope}`, 'absent', '/scope'));
    },
  },
});

/** RFC 6749 section 3.3 lets a server follow its own policy as long as it tells the scope, so this is only a warning. */
export const tokenScopeKnown = sessionRule({
  id: 'token.scope.known',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'BCP 240', section: '2.3' },
  claim: 'grants no scope that was neither asked for nor the default',
  families: ['token.scope.'],
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) =>
      scopeBeyond('redeem', tokenAnswer(attempt, 'redeem') ?? {}, [
        ...(askedScope(attempt) ?? []),
        ...defaultScope(attempt),
      ]),
  },
});

/** RFC 6749 section 3.3 lets a server ignore the requested scope as long as it says so, so this is only a warning. */
export const tokenScopeWithinAsked = sessionRule({
  id: 'token.scope.within-asked',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'BCP 240', section: '2.3' },
  claim: 'grants no more scope than was asked for',
  families: ['token.scope.'],
  when: (attempt) => askedScope(attempt) !== null,
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) =>
      scopeBeyond('redeem', tokenAnswer(attempt, 'redeem') ?? {}, askedScope(attempt) ?? []),
  },
});

/** The contract does not say whether a client's default scopes are also its limit, so this is only a warning. */
export const tokenScopeWithinDefault = sessionRule({
  id: 'token.scope.within-default',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'grants no scope beyond the default scopes of the client',
  families: ['token.scope.'],
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) => scopeBeyond('redeem', tokenAnswer(attempt, 'redeem') ?? {}, defaultScope(attempt)),
  },
});

export const tokenScopeRules: readonly Rule[] = [
  tokenScopeDefaultApplied,
  tokenScopeKnown,
  tokenScopeWithinAsked,
  tokenScopeWithinDefault,
];

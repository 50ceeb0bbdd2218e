import type { StepName } from '../../generators/step-name.ts';
import { askedScope, defaultScope, scopeBeyond } from '../make/scope-difference.ts';
import { sessionRule, stepViolation } from '../make/session-rule.ts';
import { requestBodyOf } from '../read/request.ts';
import { show } from '../read/show.ts';
import { sentFormValues, textsOf } from '../read/steps.ts';
import { scopeOf, splitScope, tokenAnswer } from '../read/tokens.ts';
import type { Attempt, AttemptRule, Rule } from '../rule.ts';

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

const scopeToken = /^[\x21\x23-\x5B\x5D-\x7E]+$/;

/**
 * Clients compare a scope token by token. The contract requires the member, so an empty text may say that nothing is
 * granted. A scope that is no text is left to the schema rule.
 */
export const tokenScopeWellFormed: AttemptRule = {
  on: 'attempt',
  id: 'token.scope.well-formed',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'tells a scope as scope tokens with one blank between any two',
  operations: ['oauth_token_post', 'session'],
  appliesTo: (attempt) => toldScopes(attempt).length > 0 && asksWellFormed(attempt),
  judge: (attempt) =>
    toldScopes(attempt)
      .filter(([, scope]) => scope !== '' && !scope.split(' ').every((part) => scopeToken.test(part)))
      .map(([step, scope]) => stepViolation(step, 'scope tokens and single blanks', show(scope), '/scope')),
};

/** The scopes that the answers of the token operation tell as a text. */
function toldScopes(attempt: Attempt): readonly (readonly [step: StepName, scope: string])[] {
  return attempt.case.steps.flatMap(({ name, operation }) => {
    const scope = operation === 'oauth_token_post' ? tokenAnswer(attempt, name)?.['scope'] : undefined;
    return typeof scope === 'string' ? [[name, scope] as const] : [];
  });
}

/**
 * Whether all that the case asks for are scope tokens. The contract allows other texts too, and a target that grants
 * them has no way to tell them. What separates them is the target's own.
 */
function asksWellFormed({ case: { steps } }: Attempt): boolean {
  return steps.every((step) => {
    const body = requestBodyOf(step);
    return [
      ...textsOf(body?.['default_scopes']),
      ...textsOf(body?.['scopes']),
      ...sentFormValues(step, 'scope').flatMap(splitScope),
    ].every((scope) => scopeToken.test(scope));
  });
}

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
  tokenScopeWellFormed,
  tokenScopeWithinAsked,
  tokenScopeWithinDefault,
];

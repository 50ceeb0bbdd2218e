import { scopeBeyond } from '../make/scope-difference.ts';
import { accepts, authenticates, refuses, sessionRule, stepViolation } from '../make/session-rule.ts';
import { racedSuccesses } from '../read/races.ts';
import { succeeded, takesBearer } from '../read/steps.ts';
import { scopeOf, tokenAnswer } from '../read/tokens.ts';
import type { Attempt, Rule, Violation } from '../rule.ts';
import type { RefreshedScope } from './refreshed-scopes.ts';
import { refreshedScopes } from './refreshed-scopes.ts';

export const refreshAccessTokenAccepted = sessionRule({
  id: 'refresh.access-token.accepted',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '2.1' },
  claim: 'gives an access token that the gateway takes',
  families: ['refresh.valid', 'refresh.chain'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: authenticates('use-refreshed', 'use-again'),
});

export const refreshClientBound = sessionRule({
  id: 'refresh.client.bound',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'refreshes for no client but the one the token was issued to',
  families: ['refresh.other-client'],
  judgement: refuses('main'),
});

export const refreshDeletedClientRefused = sessionRule({
  id: 'refresh.deleted-client.refused',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 7592', section: '2.3' },
  claim: 'refreshes nothing for a deleted client',
  families: ['refresh.deleted-client'],
  when: (attempt) => succeeded(attempt, 'delete'),
  judgement: refuses('main'),
});

export const refreshGrantWorks = sessionRule({
  id: 'refresh.grant.works',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'gives a new access token for a good refresh token',
  families: ['refresh.valid'],
  judgement: accepts('main'),
});

export const refreshInventedRefused = sessionRule({
  id: 'refresh.invented.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes no refresh token that it has not issued',
  families: ['refresh.invented.'],
  judgement: refuses('main'),
});

export const refreshKindChecked = sessionRule({
  id: 'refresh.kind.checked',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes no code or access token for a refresh token',
  families: ['refresh.other-kind.'],
  judgement: refuses('main'),
});

/** Judged only if the target rotates refresh tokens: two live tokens then mean that the token family has split. */
export const refreshRaceSingle = sessionRule({
  id: 'refresh.race.single',
  level: 'MAY',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['refreshRotation'],
  source: { document: 'BCP 240', section: '4.14.2' },
  claim: 'replaces a refresh token once, however many use it at the same moment',
  families: ['race.refresh'],
  judgement: {
    appliesTo: (attempt) => successors(attempt).length > 0,
    looks: (attempt) => successors(attempt).length,
    judge: (attempt) =>
      successors(attempt).flatMap(({ size }) =>
        size > 1 ? [stepViolation('main', 'one successor', `${size} successors`, '/refresh_token')] : [],
      ),
  },
});

/** For each refresh token that was raced for and replaced, the tokens that replaced it. */
function successors(attempt: Attempt): readonly ReadonlySet<unknown>[] {
  return racedSuccesses(attempt, 'refresh_token')
    .map((steps) => {
      const tokens = steps.map((step) => tokenAnswer(attempt, step)?.['refresh_token']);
      return new Set(tokens.filter((token) => typeof token === 'string' && !isGiven(attempt, token)));
    })
    .filter(({ size }) => size > 0);
}

/** Whether a token is one that was raced for: then it was kept and not replaced. */
function isGiven({ slots }: Attempt, token: unknown): boolean {
  return [...slots].some(([name, value]) => name.endsWith('refresh_token') && value === token);
}

export const refreshRedeemedTokenWorks = sessionRule({
  id: 'refresh.redeemed-token.works',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes the refresh token that came with a redeemed code',
  families: ['token.redeem', 'token.scope.', 'later.'],
  judgement: accepts('refresh-after'),
});

/** Applies however often a client refreshes: no standard ends a session after a number of refreshes. */
export const refreshReturnedTokenWorks = sessionRule({
  id: 'refresh.returned-token.works',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'takes the refresh token that a refresh returned',
  families: ['refresh.valid', 'refresh.chain'],
  judgement: accepts('refresh-again', 'refresh-third', 'refresh-fourth'),
});

/** A target that does not rotate keeps the token, which is allowed for clients with a secret. */
export const refreshRotatedOldRefused = sessionRule({
  id: 'refresh.rotated.old-refused',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['refreshRotation'],
  source: { document: 'BCP 240', section: '4.14.2' },
  claim: 'refuses a refresh token that it has replaced by another',
  families: ['refresh.rotated'],
  when: ({ slots }) => slots.get('refreshed.refresh_token') !== slots.get('refresh_token'),
  judgement: refuses('main'),
});

/** A refresh that requests no scope requests the whole scope of the grant. A server may give less if it reports it. */
export const refreshScopeKept = sessionRule({
  id: 'refresh.scope.kept',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'keeps the scope of the grant on a refresh that asks for no other',
  families: ['refresh.valid', 'token.redeem'],
  judgement: {
    appliesTo: (attempt) => refreshedScopes(attempt).length > 0,
    judge: (attempt) =>
      refreshedScopes(attempt).flatMap(({ step, refreshed, granted }) => {
        const scopes = scopeOf(refreshed);
        return granted
          .filter((scope) => scopes !== null && !scopes.has(scope))
          .map((scope) => stepViolation(step, `scope "${granted.join(' ')}"`, `not ${scope}`, '/scope'));
      }),
  },
});

/** Compared with the scope that the answer to the grant itself reported. */
export const refreshScopeWithinGrant = sessionRule({
  id: 'refresh.scope.within-grant',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'RFC 6749', section: '6' },
  claim: 'gives no scope on a refresh that was not granted before',
  families: [
    'refresh.valid',
    'refresh.wider-scope',
    'client.used',
    'token.redeem',
    'token.scope.',
    'generate.',
  ],
  judgement: {
    appliesTo: (attempt) => refreshedScopes(attempt).length > 0,
    judge: (attempt) => refreshedScopes(attempt).flatMap(judge),
  },
});

function judge({ step, refreshed, granted }: RefreshedScope): readonly Violation[] {
  return scopeBeyond(step, refreshed, granted);
}

export const refreshRules: readonly Rule[] = [
  refreshAccessTokenAccepted,
  refreshClientBound,
  refreshDeletedClientRefused,
  refreshGrantWorks,
  refreshInventedRefused,
  refreshKindChecked,
  refreshRaceSingle,
  refreshRedeemedTokenWorks,
  refreshReturnedTokenWorks,
  refreshRotatedOldRefused,
  refreshScopeKept,
  refreshScopeWithinGrant,
];

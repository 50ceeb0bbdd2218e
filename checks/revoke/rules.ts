import {
  accepts,
  authenticates,
  overStatuses,
  refuses,
  sessionRule,
  unauthorized,
} from '../make/session-rule.ts';
import { isThrottled } from '../read/answer-kind.ts';
import { jsonObjectOf } from '../read/json.ts';
import { show } from '../read/show.ts';
import { statusText } from '../read/status-text.ts';
import { succeeded, takesBearer, wasRefused } from '../read/steps.ts';
import { isOfUnknownToken } from '../read/tokens.ts';
import type { AnswerRule, Rule } from '../rule.ts';

/** The answer uses the error model, so a success could hide a failure. */
export const answerNotError: AnswerRule = {
  on: 'answer',
  id: 'revoke.answer.not-error',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'oauth_status' },
  claim: 'answers a revocation with a state other than ERROR',
  operations: ['oauth_revoke_token_post'],
  appliesTo: ({ case: { aspect }, response }) =>
    response.status === 200 && aspect !== 'method' && jsonObjectOf(response) !== null,
  judge: ({ response }) => {
    const state = jsonObjectOf(response)?.['state'];
    return typeof state === 'string' && state.toUpperCase() === 'ERROR'
      ? [{ at: '/state', expected: 'no error in a success', actual: show(state) }]
      : [];
  },
};

/** The contract's 404, or the 200 of RFC 7009 section 2.2, which `revoke.unknown.not-found` warns about. */
export const revokeUnknownDocumented: AnswerRule = {
  on: 'answer',
  id: 'revoke.unknown.documented',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 404 to the revocation of an unknown token, or 200 as the standard',
  operations: ['oauth_revoke_token_post'],
  appliesTo: isOfUnknownToken,
  judge: ({ response: { status } }) =>
    status === 404 || status === 200
      ? []
      : [{ at: 'status', expected: '404 (or 200)', actual: String(status) }],
};

/** RFC 7009 section 2.2 answers 200, but the contract documents 404. A target that follows the RFC gets a warning. */
export const revokeUnknownNotFound: AnswerRule = {
  on: 'answer',
  id: 'revoke.unknown.not-found',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers 404 to the revocation of a token that it does not know',
  operations: ['oauth_revoke_token_post'],
  appliesTo: isOfUnknownToken,
  judge: ({ response: { status } }) =>
    status === 404 ? [] : [{ at: 'status', expected: '404', actual: String(status) }],
};

/** The contract lists all hints. RFC 7009 section 2.2.1 lets a target ignore a hint that it does not know. */
export const revokeHintEnforced: AnswerRule = {
  on: 'answer',
  id: 'revoke.hint.enforced',
  level: 'SHOULD',
  mockLevel: 'validation',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'refuses a token type hint that the contract does not list',
  operations: ['oauth_revoke_token_post'],
  appliesTo: ({ case: { breakage }, response }) =>
    breakage?.kind === 'query.outside-enum' &&
    breakage.at === 'query:token_type_hint' &&
    response.status < 500 &&
    !isThrottled(response),
  judge: ({ exchange, response: { status } }) =>
    status >= 400 ? [] : [{ at: 'status', expected: 'a 4xx', actual: statusText(exchange) }],
};

/**
 * Without a hint, the contract's default is `access_token`. A hint only helps to find the token: the search must go on.
 */
export const revokeAccessHintSearchExtended = sessionRule({
  id: 'revoke.access-hint.search-extended',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends a refresh token although the hint says otherwise',
  families: ['revoke.refresh-token.no-hint', 'revoke.refresh-token.access-hint'],
  judgement: refuses('refresh-after'),
});

export const revokeAccessTokenDead = sessionRule({
  id: 'revoke.access-token.dead',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends an access token at once',
  families: ['revoke.access-token.no-hint', 'revoke.access-token.access-hint'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: unauthorized('use-token', 'use-token-again'),
});

export const revokeKnownSucceeds = sessionRule({
  id: 'revoke.known.succeeds',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'finds a token that it has issued',
  families: [
    'revoke.access-token.no-hint',
    'revoke.access-token.access-hint',
    'revoke.refresh-token.refresh-hint',
    'revoke.others',
  ],
  judgement: accepts('main'),
});

export const revokeOthersRefreshable = sessionRule({
  id: 'revoke.others.refreshable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'leaves the refresh token of another client alone',
  families: ['revoke.others'],
  judgement: accepts('refresh-other'),
});

export const revokeOthersUsable = sessionRule({
  id: 'revoke.others.usable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'leaves the access token of another client alone',
  families: ['revoke.others'],
  when: (attempt) => takesBearer(attempt, 'use-other-before'),
  judgement: authenticates('use-other'),
});

/** A use that ends after the revocation may write back what it has read before. */
export const revokeRaceFinal = sessionRule({
  id: 'revoke.race.final',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends an access token for good, whatever arrives with the revocation',
  families: ['race.revoke'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: { ...unauthorized('use-token'), looks: () => 1 },
});

/** A hint only helps to find the token: if it misleads, the search must go on. */
export const revokeRefreshHintSearchExtended = sessionRule({
  id: 'revoke.refresh-hint.search-extended',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends an access token although the hint says otherwise',
  families: ['revoke.access-token.refresh-hint'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: unauthorized('use-token', 'use-token-again'),
});

export const revokeRefreshTokenDead = sessionRule({
  id: 'revoke.refresh-token.dead',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends a refresh token at once',
  families: ['revoke.refresh-token.refresh-hint'],
  judgement: refuses('refresh-after'),
});

export const revokeRefreshTokenKillsAccess = sessionRule({
  id: 'revoke.refresh-token.kills-access',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'ends the access token together with its refresh token',
  families: ['revoke.refresh-token.'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && wasRefused(attempt, 'refresh-after'),
  judgement: unauthorized('use-token'),
});

export const revokeRefusedNoEffect = sessionRule({
  id: 'revoke.refused.no-effect',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'contract', section: 'security' },
  claim: 'ends no token for a caller without credentials',
  families: ['revoke.anonymous.'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && wasRefused(attempt, 'main'),
  judgement: authenticates('use-token'),
});

/** A target may deliberately end everything that the client holds for the user, so this is a warning. */
export const revokeSameClientUsable = sessionRule({
  id: 'revoke.same-client.usable',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'leaves the access token of another grant alone',
  families: ['revoke.same-client'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-token'),
});

export const revokeStrangerNoEffect = sessionRule({
  id: 'revoke.stranger.no-effect',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'ends no token but the one that is named',
  families: ['revoke.unknown', 'revoke.near-miss.'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: authenticates('use-token'),
});

export const revokeUnknownSettled = sessionRule({
  id: 'revoke.unknown.settled',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'contract', section: 'oauth_revoke_token_post' },
  claim: 'answers 404 for an unknown token, or 200 as the standard has it',
  families: ['revoke.unknown', 'revoke.again'],
  judgement: overStatuses(['main'], '404 or 200', (status) => status === 404 || status === 200),
});

export const revokeRules: readonly Rule[] = [
  answerNotError,
  revokeUnknownDocumented,
  revokeUnknownNotFound,
  revokeHintEnforced,
  revokeAccessHintSearchExtended,
  revokeAccessTokenDead,
  revokeKnownSucceeds,
  revokeOthersRefreshable,
  revokeOthersUsable,
  revokeRaceFinal,
  revokeRefreshHintSearchExtended,
  revokeRefreshTokenDead,
  revokeRefreshTokenKillsAccess,
  revokeRefusedNoEffect,
  revokeSameClientUsable,
  revokeStrangerNoEffect,
  revokeUnknownSettled,
];

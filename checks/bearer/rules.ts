import type { StepName } from '../../generators/step-name.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import {
  accepts,
  authenticates,
  refuses,
  sessionRule,
  stepViolation,
  unauthorized,
} from '../make/session-rule.ts';
import { messagesOf } from '../read/envelope.ts';
import { headerValues } from '../read/headers.ts';
import { jsonObjectOf } from '../read/json.ts';
import { show } from '../read/show.ts';
import { settledAnswer, succeeded, takesBearer, wasRefused } from '../read/steps.ts';
import { tokenAnswer } from '../read/tokens.ts';
import type { Attempt, Rule, SampleRule } from '../rule.ts';

const alterations = [
  'use-truncated',
  'use-case-swapped',
  'use-changed',
  'use-changed-end',
  'use-unsigned',
  'use-invented',
] as const;

/** Decoders may drop an extra character at the end of a signed token, so padding is judged on opaque tokens only. */
export const bearerAlteredRefused = sessionRule({
  id: 'bearer.altered.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'RFC 6749', section: '7' },
  claim: 'takes no token that was not issued as it is',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: {
    appliesTo: refuses(...alterations).appliesTo,
    judge: (attempt) =>
      (isSigned(attempt) ? refuses(...alterations) : refuses(...alterations, 'use-padded')).judge(attempt),
  },
});

function isSigned({ slots }: Attempt): boolean {
  return slots.get('access_token')?.includes('.') === true;
}

export const bearerAnonymousRefused = sessionRule({
  id: 'bearer.anonymous.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'RFC 6749', section: '7' },
  claim: 'refuses a request without credentials',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: refuses('use-nothing'),
});

const refused: readonly StepName[] = ['use-changed', 'use-invented'];

/** The gateway is not an operation of the contract, so this is only a SHOULD. */
export const bearerChallengePresent = sessionRule({
  id: 'bearer.challenge.present',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '3' },
  claim: 'answers a bad token with a challenge for Bearer',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: {
    appliesTo: (attempt) => refused.some((step) => (challengesOf(attempt, step) ?? []).length > 0),
    judge: (attempt) =>
      refused
        .filter((step) => {
          const challenges = challengesOf(attempt, step) ?? [];
          return challenges.length > 0 && !challenges.some(isBearer);
        })
        .map((step) => stepViolation(step, 'a challenge', 'none for Bearer', 'header www-authenticate')),
  },
});

/** One field line may hold several challenges. */
function isBearer(line: string): boolean {
  return /(?:^|,)\s*bearer(?:\s|,|$)/i.test(line);
}

/** Asked of the gateway as of any server that speaks HTTP. */
export const bearerUnauthorizedChallenged = sessionRule({
  id: 'bearer.unauthorized.challenged',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 9110', section: '15.5.2' },
  claim: 'sends a challenge with a 401 to a bad token, and to none',
  families: ['bearer.use'],
  judgement: {
    appliesTo: (attempt) => unauthorizedSteps.some((step) => challengesOf(attempt, step) !== null),
    judge: (attempt) =>
      unauthorizedSteps
        .filter((step) => challengesOf(attempt, step)?.length === 0)
        .map((step) => stepViolation(step, 'a challenge', 'none', 'header www-authenticate')),
  },
});

const unauthorizedSteps: readonly StepName[] = ['use-nothing', ...refused];

/** The challenges of a 401, one text for each field line; null for any other answer. */
function challengesOf(attempt: Attempt, step: StepName): readonly string[] | null {
  const answer = settledAnswer(attempt, step);
  return answer?.status === 401 ? headerValues(answer, 'www-authenticate') : null;
}

export const bearerCodeRefused = sessionRule({
  id: 'bearer.code.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'RFC 6749', section: '7' },
  claim: 'takes no code, client secret or client id for an access token',
  families: ['bearer.use', 'bearer.unredeemed-code'],
  when: (attempt) => takesBearer(attempt, 'use-token') || takesBearer(attempt, 'use-token-before'),
  judgement: refuses('use-code', 'use-client-secret', 'use-client-id'),
});

export const bearerDeletedClientRefused = sessionRule({
  id: 'bearer.deleted-client.refused',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 7592', section: '2.3' },
  claim: 'ends the access tokens of a deleted client',
  families: ['bearer.deleted-client', 'generate.deleted'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: unauthorized('use-token', 'use-later'),
});

const step = 'use-expired';
const known = 'BEARER_TOKEN_EXPIRED';

/** The contract lists the reason but does not say where it must appear. */
export const bearerExpiredReason = sessionRule({
  id: 'bearer.expired.reason',
  level: 'MAY',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'contract', section: 'message_resource' },
  claim: 'tells an expired token by its reason',
  families: ['bearer.expired'],
  when: (attempt) => takesBearer(attempt, 'use-fresh'),
  judgement: {
    appliesTo: (attempt) => reasons(attempt).length > 0,
    judge: (attempt) => {
      const told = reasons(attempt);
      const shown = told.slice(0, 5).map((reason) => show(reason));
      const actual = [...shown, ...(told.length > shown.length ? ['…'] : [])].join(', ');
      return told.includes(known) ? [] : [stepViolation(step, known, actual, '/message_list/0/reason')];
    },
  },
});

function reasons(attempt: Attempt): readonly unknown[] {
  const answer = settledAnswer(attempt, step);
  if (answer?.status !== 401) return [];
  return messagesOf(jsonObjectOf(answer) ?? {}).map(({ value }) => value['reason']);
}

/** Seconds. The case waits twice as long. */
const longestLifetime = 2;

/** A token states when it expires, and must then be refused. Some clock skew is allowed, so this is only a SHOULD. */
export const bearerExpiredRefused = sessionRule({
  id: 'bearer.expired.refused',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '3.1' },
  claim: 'refuses an access token whose lifetime is over',
  families: ['bearer.expired'],
  when: (attempt) => takesBearer(attempt, 'use-fresh') && isShort(lifetimeOf(attempt)),
  judgement: refuses('use-expired'),
});

function lifetimeOf(attempt: Attempt): unknown {
  const answer = settledAnswer(attempt, 'main');
  return answer === null ? null : resolvePointer(answer.json, '/oauth_token/expires_in');
}

function isShort(lifetime: unknown): boolean {
  return typeof lifetime === 'number' && lifetime > 0 && lifetime <= longestLifetime;
}

/** The steps in which a token is used for the first time, just after it was issued. */
const steps: readonly StepName[] = ['use-token-before', 'use-other-before', 'use-fresh'];

/**
 * A target shows that it supports Bearer tokens by accepting at least one. A token that is refused just after it was
 * issued may never have worked. A target that allows only one session per user has a reason to refuse, so this is only
 * a SHOULD.
 */
export const bearerFreshAccepted: SampleRule = {
  on: 'sample',
  id: 'bearer.fresh.accepted',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  isPublic: true,
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'takes all access tokens that it has just given, if it takes any',
  operations: ['session'],
  collect: (answered) =>
    steps.flatMap((step) => {
      const answer = settledAnswer(answered, step);
      return answer === null ? [] : [takesBearer(answered, step) ? 'taken' : `${answer.status}`];
    }),
  appliesTo: (values) => values.includes('taken'),
  judge: (values) => {
    const refused = values.filter((value) => value === '401');
    return refused.length > values.length * mostRefused
      ? [
          {
            at: 'status',
            expected: `2xx for all of ${values.length} tokens`,
            actual: `401 for ${refused.length}`,
          },
        ]
      : [];
  },
};

/** Under load, gateways refuse about one valid token in a hundred for no reason. */
const mostRefused = 0.1;

/** If the gateway accepts a redeemed token but not a generated one, the fault is in the token. */
export const bearerGeneratedAccepted = sessionRule({
  id: 'bearer.generated.accepted',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '2.1' },
  claim: 'takes a generated access token',
  families: ['generate.life', 'generate.long-life'],
  when: (attempt) => takesBearer(attempt, 'use-token-before'),
  judgement: authenticates('use-generated'),
});

export const bearerInvalidUnauthorized = sessionRule({
  id: 'bearer.invalid.unauthorized',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'wrong status',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '3.1' },
  claim: 'refuses a bad token with 401',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token') && wasRefused(attempt, 'use-changed'),
  judgement: unauthorized('use-changed', 'use-truncated', 'use-invented'),
});

/** Seconds: much longer than a session waits, even on a slow target. */
const leastLifetime = 60;

/** A token states its lifetime. Tokens with a short lifetime are not judged. */
export const bearerLaterAccepted = sessionRule({
  id: 'bearer.later.accepted',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'takes an access token until its lifetime is over',
  families: ['later.kept', 'later.refreshed'],
  when: livesOn,
  judgement: authenticates('use-token', 'use-refreshed-later'),
});

/** The token from the redemption, or from the refresh in the main step. It must have been accepted once before. */
function livesOn(attempt: Attempt): boolean {
  return (
    (takesBearer(attempt, 'use-token-before') && isLasting(attempt, 'redeem')) ||
    (takesBearer(attempt, 'use-refreshed') && isLasting(attempt, 'main'))
  );
}

function isLasting(attempt: Attempt, step: StepName): boolean {
  const lifetime = tokenAnswer(attempt, step)?.['expires_in'];
  return typeof lifetime === 'number' && lifetime >= leastLifetime;
}

export const bearerQueryRefused = sessionRule({
  id: 'bearer.query.refused',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '2.3' },
  claim: 'takes no access token in the query',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token') && wasRefused(attempt, 'use-nothing'),
  judgement: refuses('use-query'),
});

/** If the gateway accepts a generated token but not a redeemed one, the fault is in the token. */
export const bearerRedeemedAccepted = sessionRule({
  id: 'bearer.redeemed.accepted',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '2.1' },
  claim: 'takes the access token of a redeemed code',
  families: ['token.redeem'],
  when: (attempt) => takesBearer(attempt, 'use-generated'),
  judgement: authenticates('use-redeemed'),
});

export const bearerRefreshTokenRefused = sessionRule({
  id: 'bearer.refresh-token.refused',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'RFC 6749', section: '7' },
  claim: 'takes no refresh token for an access token',
  families: ['bearer.use', 'generate.life'],
  when: (attempt) => takesBearer(attempt, 'use-token') || takesBearer(attempt, 'use-generated'),
  judgement: refuses('use-refresh-token', 'use-generated-refresh-token'),
});

export const bearerSchemeCaseInsensitive = sessionRule({
  id: 'bearer.scheme.case-insensitive',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too strict',
  needs: ['bearer'],
  source: { document: 'RFC 9110', section: '11.1' },
  claim: 'takes the scheme in any case',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: accepts('use-lower-case', 'use-upper-case'),
});

/** A scheme says what its credentials are. Under another one, a good token is not valid credentials. */
export const bearerSchemeRequired = sessionRule({
  id: 'bearer.scheme.required',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'RFC 6750', section: '2.1' },
  claim: 'takes no token under another scheme',
  families: ['bearer.use'],
  when: (attempt) => takesBearer(attempt, 'use-token'),
  judgement: refuses('use-other-scheme', 'use-basic-scheme', 'use-digest-scheme'),
});

export const bearerRules: readonly Rule[] = [
  bearerAlteredRefused,
  bearerAnonymousRefused,
  bearerChallengePresent,
  bearerCodeRefused,
  bearerDeletedClientRefused,
  bearerExpiredReason,
  bearerExpiredRefused,
  bearerFreshAccepted,
  bearerGeneratedAccepted,
  bearerInvalidUnauthorized,
  bearerLaterAccepted,
  bearerQueryRefused,
  bearerRedeemedAccepted,
  bearerRefreshTokenRefused,
  bearerSchemeCaseInsensitive,
  bearerSchemeRequired,
  bearerUnauthorizedChallenged,
];

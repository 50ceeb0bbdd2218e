import { accepts, authenticates, refuses, sessionRule } from '../make/session-rule.ts';
import { succeeded, takesBearer } from '../read/steps.ts';
import type { Rule } from '../rule.ts';

/** A valid code must be redeemed, even while other clients hold codes. */
export const tokenCodeRedeemed = sessionRule({
  id: 'token.code.redeemed',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.4' },
  claim: 'redeems a good code',
  families: ['token.redeem', 'bearer.use', 'beside.code-of-other'],
  judgement: accepts('main'),
});

/** A target may deliberately allow one session per client, so this is a warning. */
export const tokenEarlierUsable = sessionRule({
  id: 'token.earlier.usable',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'keeps an access token when its client is given another one',
  families: ['beside.earlier-token'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-token'),
});

export const tokenExtraIgnored = sessionRule({
  id: 'token.extra.ignored',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too strict',
  needs: [],
  source: { document: 'RFC 6749', section: '3.2' },
  claim: 'ignores parameters that it does not know',
  families: ['token.extra.'],
  judgement: accepts('main'),
});

export const tokenGrantTypeClosed = sessionRule({
  id: 'token.grant-type.closed',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'gives no token for another grant type',
  families: ['token.grant-type.'],
  judgement: refuses('main'),
});

/** No standard forbids a server that keeps one grant for each user, so this is only a warning. */
export const tokenOthersRefreshable = sessionRule({
  id: 'token.others.refreshable',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: [],
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'ends no refresh token by giving one to another client',
  families: ['beside.token-of-other'],
  when: (attempt) => succeeded(attempt, 'main'),
  judgement: accepts('refresh-after'),
});

/** No standard forbids a server that keeps one token for each user, so this is only a warning. */
export const tokenOthersUsable = sessionRule({
  id: 'token.others.usable',
  level: 'SHOULD',
  mockLevel: 'OAuth',
  differenceClass: 'too lax',
  needs: ['bearer'],
  source: { document: 'contract', section: 'oauth_token_post' },
  claim: 'ends no access token by giving one to another client',
  families: ['beside.token-of-other'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-token'),
});

/** Rules on when a token is issued, and on which other tokens stay valid. */
export const tokenGrantRules: readonly Rule[] = [
  tokenCodeRedeemed,
  tokenEarlierUsable,
  tokenExtraIgnored,
  tokenGrantTypeClosed,
  tokenOthersRefreshable,
  tokenOthersUsable,
];

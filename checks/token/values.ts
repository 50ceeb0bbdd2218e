import { sampleRule } from '../make/sample-rule.ts';
import { sessionRule, stepViolation } from '../make/session-rule.ts';
import { guessableValue, invisibleValue, repeatedValue } from '../make/value-problems.ts';
import { tokenAnswer } from '../read/tokens.ts';
import type { Rule } from '../rule.ts';

/** The standard requires 128 bits. An estimate from a sample needs some slack, and a UUID has 122. */
export const tokenAccessUnguessable = sampleRule({
  id: 'token.access.unguessable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'makes every access token of at least 96 bits of chance',
  kind: 'access-token',
  perOperation: true,
  problem: guessableValue,
});

/** Two holders of one access token cannot be told apart. */
export const tokenAccessUnique = sampleRule({
  id: 'token.access.unique',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'static answer',
  needs: [],
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'gives no access token twice',
  kind: 'access-token',
  problem: repeatedValue,
  isOfNew: true,
});

/** VSCHAR: characters outside it do not survive headers and forms. */
export const tokenAccessVisible = sampleRule({
  id: 'token.access.visible',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: 'appendix A.12' },
  claim: 'makes every access token of visible ASCII and blanks',
  kind: 'access-token',
  problem: invisibleValue,
});

/** A refresh token is for the authorization server alone. It is no longer a secret if every gateway sees it. */
export const tokenPairDistinct = sessionRule({
  id: 'token.pair.distinct',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '1.5' },
  claim: 'gives two different tokens',
  families: ['token.', 'refresh.', 'generate.', 'bearer.'],
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'main') !== null,
    judge: (attempt) => {
      const tokens = tokenAnswer(attempt, 'main') ?? {};
      return tokens['access_token'] === tokens['refresh_token']
        ? [stepViolation('main', 'two tokens', 'the same twice', '/refresh_token')]
        : [];
    },
  },
});

/** The standard requires 128 bits. An estimate from a sample needs some slack, and a UUID has 122. */
export const tokenRefreshUnguessable = sampleRule({
  id: 'token.refresh.unguessable',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'makes every refresh token of at least 96 bits of chance',
  kind: 'refresh-token',
  perOperation: true,
  problem: guessableValue,
});

/** Two holders of one refresh token cannot be told apart. */
export const tokenRefreshUnique = sampleRule({
  id: 'token.refresh.unique',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'static answer',
  needs: [],
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'gives no refresh token twice',
  kind: 'refresh-token',
  problem: repeatedValue,
  isOfNew: true,
});

/** VSCHAR: characters outside it do not survive headers and forms. */
export const tokenRefreshVisible = sampleRule({
  id: 'token.refresh.visible',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: 'appendix A.17' },
  claim: 'makes every refresh token of visible ASCII and blanks',
  kind: 'refresh-token',
  problem: invisibleValue,
});

/** Rules on the token values themselves. */
export const tokenValueRules: readonly Rule[] = [
  tokenAccessUnguessable,
  tokenAccessUnique,
  tokenAccessVisible,
  tokenPairDistinct,
  tokenRefreshUnguessable,
  tokenRefreshUnique,
  tokenRefreshVisible,
];

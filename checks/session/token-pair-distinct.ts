import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** A refresh token is for the authorization server alone: it is no use as a secret if every gateway sees it. */
export const tokenPairDistinct = sessionRule({
  id: 'token.pair.distinct',
  level: 'MUST',
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

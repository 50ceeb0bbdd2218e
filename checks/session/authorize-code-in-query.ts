import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';

const secrets = ['code', 'state', 'access_token', 'id_token', 'refresh_token'] as const;

/** Fragments stay in the user agent, where scripts read them. */
export const authorizeCodeInQuery = sessionRule({
  id: 'authorize.code.in-query',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'puts nothing of its answer into the fragment',
  families: ['authorize.'],
  judgement: {
    appliesTo: (attempt) => redirectAnswer(attempt) !== null,
    judge: (attempt) => {
      const fragment = redirectAnswer(attempt)?.fragment;
      return secrets
        .filter((name) => fragment?.has(name) === true)
        .map((name) => stepViolation('main', 'no fragment', name, 'header location'));
    },
  },
});

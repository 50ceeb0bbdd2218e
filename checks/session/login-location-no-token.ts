import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';

const tokens = ['access_token', 'refresh_token', 'id_token', 'client_secret'] as const;

/** Locations end up in histories, logs and Referer headers. */
export const loginLocationNoToken = sessionRule({
  id: 'login.location.no-token',
  level: 'MUST',
  source: { document: 'BCP 240', section: '4.3.2' },
  claim: 'puts no token or secret into the place it redirects to',
  families: ['login.'],
  judgement: {
    appliesTo: (attempt) => redirectAnswer(attempt) !== null,
    judge: (attempt) => {
      const redirect = redirectAnswer(attempt);
      return tokens
        .filter((name) => redirect?.query.has(name) === true || redirect?.fragment.has(name) === true)
        .map((name) => stepViolation('main', 'no token', name, 'header location'));
    },
  },
});

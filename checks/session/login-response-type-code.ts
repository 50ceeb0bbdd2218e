import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';
import type { Attempt } from '../rule.ts';

/** A token in the answer of a provider ends up in the history of the browser; a code alone is worth nothing there. */
export const loginResponseTypeCode = sessionRule({
  id: 'login.response-type.code',
  level: 'SHOULD',
  source: { document: 'BCP 240', section: '2.1.2' },
  claim: 'asks an identity provider for a code, and for no access token',
  families: ['login.fresh.'],
  judgement: {
    appliesTo: (attempt) => responseType(attempt) !== '',
    judge: (attempt) => {
      const asked = responseType(attempt);
      return asked.split(' ').includes('token')
        ? [stepViolation('main', 'response_type code', asked, 'header location')]
        : [];
    },
  },
});

function responseType(attempt: Attempt): string {
  return redirectAnswer(attempt)?.query.get('response_type') ?? '';
}

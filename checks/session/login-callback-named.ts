import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';
import type { Attempt } from '../rule.ts';

const callback = /\/oauth\/idp_callback$/;

/** With one registered callback it need not be named, and builds with another sign-on come back elsewhere. */
export const loginCallbackNamed = sessionRule({
  id: 'login.callback.named',
  level: 'MAY',
  source: { document: 'RFC 6749', section: '4.1.1' },
  claim: 'asks an identity provider to come back to the callback operation',
  families: ['login.fresh.'],
  judgement: {
    appliesTo: (attempt) => (query(attempt)?.get('response_type') ?? '') !== '',
    judge: (attempt) => {
      const back = query(attempt)?.get('redirect_uri') ?? '';
      return callback.test(back)
        ? []
        : [stepViolation('main', 'a redirect_uri to idp_callback', back || 'absent', 'header location')];
    },
  },
});

function query(attempt: Attempt): URLSearchParams | null {
  return redirectAnswer(attempt)?.query ?? null;
}

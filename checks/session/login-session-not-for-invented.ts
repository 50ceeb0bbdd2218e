import type { HttpResponse } from '../../driver/exchange.ts';
import { headerValues } from '../read/header-values.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer } from './settled-answer.ts';

const sessionName = /sess|token|auth|iam|sid|jwt/i;

/**
 * Any answer to good credentials may set the user's own session, so a cookie counts only if the control request did
 * not get it; and one that comes with an error tells the browser of the error.
 */
export const loginSessionNotForInvented = sessionRule({
  id: 'login.session.not-for-invented',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.12' },
  claim: 'opens no session for a code that no provider gave',
  families: ['login.invented.', 'login.denied'],
  judgement: {
    appliesTo: (attempt) =>
      settledAnswer(attempt, 'main') !== null && settledAnswer(attempt, 'control') !== null,
    judge,
  },
});

function judge(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null || /error|denied|fail/i.test(redirect.location)) return [];
  const known = new Set(cookieNames(settledAnswer(attempt, 'control')));
  return cookieNames(settledAnswer(attempt, 'main'))
    .filter((name) => sessionName.test(name) && !known.has(name))
    .map((name) => stepViolation('main', 'no session', `cookie ${name}`, 'header set-cookie'));
}

/** The cookies that an answer sets to a value; an empty one or one that has expired is a deletion. */
function cookieNames(answer: HttpResponse | null): readonly string[] {
  if (answer === null) return [];
  return headerValues(answer, 'set-cookie')
    .filter((cookie) => !/;\s*max-age=(?:0|-)|;\s*expires=[^;]*(?:1970|1969)/i.test(cookie))
    .flatMap((cookie) => {
      const [, name, value] = /^([^=;]+)=("?[^;"]*)/.exec(cookie.trim()) ?? [];
      return name === undefined || (value ?? '') === '' ? [] : [name.trim()];
    });
}

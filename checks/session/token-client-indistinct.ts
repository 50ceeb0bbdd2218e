import type { Attempt } from '../rule.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { jsonText } from '../read/json-text.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer, wasRefused } from './settled-answer.ts';

/** Client ids are no secrets, so this is worth knowing and no more. */
export const tokenClientIndistinct = sessionRule({
  id: 'token.client.indistinct',
  level: 'MAY',
  source: { document: 'RFC 6749', section: '5.2' },
  claim: 'does not tell an unknown client from a wrong secret',
  families: ['token.enumeration'],
  judgement: {
    appliesTo: (attempt) => wasRefused(attempt, 'main') && wasRefused(attempt, 'unknown-client'),
    judge: (attempt) => {
      const [wrong, unknown] = [refusal(attempt, 'main'), refusal(attempt, 'unknown-client')];
      return wrong === unknown ? [] : [stepViolation('unknown-client', wrong, unknown, 'status')];
    },
  },
});

/** Status and reasons, as one text. */
function refusal(attempt: Attempt, step: string): string {
  const answer = settledAnswer(attempt, step);
  if (answer === null) return '';
  const reasons = arrayOrEmpty(jsonObjectOf(answer)?.['message_list']).map((message) =>
    isJsonObject(message) ? jsonText(message['reason']) : '',
  );
  return [answer.status, ...reasons].join(' ');
}

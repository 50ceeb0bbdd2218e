import { isJsonObject } from '../read-json.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** An expired token is refused for another reason. */
export const fault: Fault = {
  id: 'expired-token-without-reason',
  description: 'An expired token is refused for another reason.',
  trips: ['bearer.expired.reason'],
  operations: ['oauth_generate_token_post'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => {
      const text = JSON.stringify(answer.body);
      if (answer.status !== 401 || !text.includes('BEARER_TOKEN_EXPIRED')) return answer;
      const body: unknown = JSON.parse(text.replace('BEARER_TOKEN_EXPIRED', 'AUTHENTICATION_REQUIRED'));
      return isJsonObject(body) ? { ...answer, body } : answer;
    });
  },
};

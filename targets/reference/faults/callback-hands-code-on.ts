import { redirectAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_callback_get'] as const;

/** The callback of the identity provider hands the code on to the console. */
export const fault: Fault = {
  id: 'callback-hands-code-on',
  description: 'The callback of the identity provider hands the code on to the console.',
  trips: ['response.secret.not-repeated'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) => {
      const code = new URLSearchParams(call.query).get('code');
      return answer.status === 401 || code === null
        ? answer
        : redirectAnswer(`https://prism.example.com/console/?code=${encodeURIComponent(code)}`);
    });
  },
};

import { redirectAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_callback_get'] as const;

/** The callback goes on to the URL in its state. */
export const fault: Fault = {
  id: 'callback-redirects-to-state',
  description: 'The callback goes on to the URL in its state.',
  trips: ['login.destination.closed'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) => {
      const state = new URLSearchParams(call.query).get('state');
      return answer.status === 400 && state !== null ? redirectAnswer(state) : answer;
    });
  },
};

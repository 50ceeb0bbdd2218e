import { redirectAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_callback_get'] as const;

/** A callback without a code goes to the console. */
export const fault: Fault = {
  id: 'callback-without-code',
  description: 'A callback without a code goes to the console.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) =>
      answer.status === 400 && !call.query.includes('code=')
        ? redirectAnswer('https://prism.example.com:9440/console/')
        : answer,
    );
  },
};

import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** Input is checked before credentials, so that bad input without them is 400. */
export const fault: Fault = {
  id: 'auth-after-input',
  description: 'Input is checked before credentials, so that bad input without them is 400.',
  trips: ['auth.credentials.required'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 401
        ? errorAnswer(
            new Refusal(400, 'INVALID_REQUEST', 'Request could not be processed.'),
            'oauth_client_post',
          )
        : answer,
    );
  },
};

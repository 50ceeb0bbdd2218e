import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A token is answered as text/plain. */
export const fault: Fault = {
  id: 'token-as-text-plain',
  description: 'A token is answered as text/plain.',
  trips: ['response.content-type.json'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200 ? withHeader(answer, 'Content-Type', 'text/plain') : answer,
    );
  },
};

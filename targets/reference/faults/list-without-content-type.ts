import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list is answered without a Content-Type. */
export const fault: Fault = {
  id: 'list-without-content-type',
  description: 'A list is answered without a Content-Type.',
  trips: ['response.content-type.json'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200 ? withoutHeader(answer, 'Content-Type') : answer,
    );
  },
};

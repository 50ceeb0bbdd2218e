import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A client is answered as text/html, the default of a framework. */
export const fault: Fault = {
  id: 'client-as-text-html',
  description: 'A client is answered as text/html, the default of a framework.',
  trips: ['response.content-type.json'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200 ? withHeader(answer, 'Content-Type', 'text/html; charset=utf-8') : answer,
    );
  },
};

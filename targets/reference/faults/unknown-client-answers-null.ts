import { jsonAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** An unknown client is read as null. */
export const fault: Fault = {
  id: 'unknown-client-answers-null',
  description: 'An unknown client is read as null.',
  trips: ['client.unknown.not-found', 'response.schema.valid'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 404 ? { ...jsonAnswer(200, {}), payload: 'null' } : answer,
    );
  },
};

import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list is the bare array of its entities. */
export const fault: Fault = {
  id: 'list-as-bare-array',
  description: 'A list is the bare array of its entities.',
  trips: ['response.schema.valid'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200 ? { ...answer, payload: JSON.stringify(answer.body?.['entities']) } : answer,
    );
  },
};

import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** JSON starts with a byte order mark. */
export const fault: Fault = {
  id: 'body-with-byte-order-mark',
  description: 'JSON starts with a byte order mark.',
  trips: ['response.json.utf-8'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200 ? { ...answer, payload: `\ufeff${JSON.stringify(answer.body)}` } : answer,
    );
  },
};

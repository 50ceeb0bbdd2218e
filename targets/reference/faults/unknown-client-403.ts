import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_put'] as const;

/** An update of an unknown client is answered with 403. */
export const fault: Fault = {
  id: 'unknown-client-403',
  description: 'An update of an unknown client is answered with 403.',
  trips: ['client.unknown.not-found'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => (answer.status === 404 ? withStatus(answer, 403) : answer));
  },
};

import { clientAnswer } from '../operations/client-answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_delete'] as const;

const nobody = {
  client_id: '',
  client_secret: '',
  client_name: '',
  client_description: '',
  redirect_uris: [],
  default_scopes: [],
};

/** Deleting what is not there succeeds. */
export const fault: Fault = {
  id: 'deletion-of-unknown-succeeds',
  description: 'Deleting what is not there succeeds.',
  trips: ['client.unknown.not-found'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => (answer.status === 404 ? clientAnswer(nobody) : answer));
  },
};

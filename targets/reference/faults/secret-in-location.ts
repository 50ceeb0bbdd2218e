import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A redirect with a code also has the secret of the client. */
export const fault: Fault = {
  id: 'secret-in-location',
  description: 'A redirect with a code also has the secret of the client.',
  trips: ['header.secret.absent'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call, { store }) => {
      const location = answer.headers['Location'];
      const client = store.clients.get(bodyForm(call).get('client_id') ?? '');
      return location === undefined || client === undefined
        ? answer
        : withHeader(answer, 'Location', `${location}&client_secret=${client.client_secret}`);
    });
  },
};

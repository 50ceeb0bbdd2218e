import { bodyForm } from '../wrap/body-form.ts';
import { concerns } from '../wrap/concerns.ts';
import { randomText } from '../behaviour.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A code is the id of the client and some 12 random bits. */
export const fault: Fault = {
  id: 'codes-of-client-ids',
  description: 'A code is the id of the client and some 12 random bits.',
  trips: ['code.value.unguessable'],
  operations,
  install: (behaviour) => {
    behaviour.preconditions.push((call) => {
      if (!concerns(operations, call)) return;
      // Nothing waits between a precondition and the code of its call.
      const clientId = bodyForm(call).get('client_id') ?? '';
      behaviour.newCode = () => `${clientId}${randomText(9).slice(0, 2)}`;
    });
  },
};

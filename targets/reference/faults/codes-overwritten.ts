import { bodyForm } from '../wrap/body-form.ts';
import { concerns } from '../wrap/concerns.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A new code of a client ends the one before. */
export const fault: Fault = {
  id: 'codes-overwritten',
  description: 'A new code of a client ends the one before.',
  trips: ['code.earlier.redeemable'],
  operations,
  install: (behaviour) => {
    behaviour.preconditions.push((call, { store }) => {
      if (!concerns(operations, call)) return;
      const clientId = bodyForm(call).get('client_id');
      for (const { value, clientId: owner } of store.codes.values())
        if (owner === clientId) store.codes.delete(value);
    });
  },
};

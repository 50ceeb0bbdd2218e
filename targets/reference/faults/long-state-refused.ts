import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A state over 64 characters is refused. */
export const fault: Fault = {
  id: 'long-state-refused',
  description: 'A state over 64 characters is refused.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => (bodyForm(call).get('state') ?? '').length > 64);
  },
};

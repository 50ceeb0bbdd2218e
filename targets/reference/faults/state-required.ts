import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An authorization without a state is refused. */
export const fault: Fault = {
  id: 'state-required',
  description: 'An authorization without a state is refused.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => !bodyForm(call).has('state'));
  },
};

import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An authorization without a redirect URI is refused although only one is registered. */
export const fault: Fault = {
  id: 'redirect-uri-always-sent',
  description: 'An authorization without a redirect URI is refused although only one is registered.',
  trips: ['authorize.omitted-uri.registered-used'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => !bodyForm(call).get('redirect_uri'));
  },
};

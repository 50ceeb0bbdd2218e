import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An authorization refuses a redirect URI of more than 255 characters. */
export const fault: Fault = {
  id: 'long-redirect-uri-refused',
  description: 'An authorization refuses a redirect URI of more than 255 characters.',
  trips: ['authorize.added-uri.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => (bodyForm(call).get('redirect_uri') ?? '').length > 255);
  },
};

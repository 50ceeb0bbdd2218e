import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A token request with a PKCE verifier is refused. */
export const fault: Fault = {
  id: 'pkce-misread',
  description: 'A token request with a PKCE verifier is refused.',
  trips: ['authorize.pkce.redeemable'],
  operations: operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => bodyForm(call).has('code_verifier'));
  },
};

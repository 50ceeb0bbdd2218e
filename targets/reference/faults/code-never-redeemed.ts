import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** No code can be redeemed. */
export const fault: Fault = {
  id: 'code-never-redeemed',
  description: 'No code can be redeemed.',
  trips: ['token.code.redeemed'],
  operations: operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => bodyForm(call).has('code'));
  },
};

import { bodyForm } from '../wrap/body-form.ts';
import { formOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const known =
  'client_id client_secret code confirm grant_type redirect_uri refresh_token response_type scope state'.split(
    ' ',
  );

/** A form parameter that the contract does not know is refused (RFC 6749 section 3.1 ignores it). */
export const fault: Fault = {
  id: 'unknown-parameters-refused',
  description:
    'A form parameter that the contract does not know is refused (RFC 6749 section 3.1 ignores it).',
  trips: ['authorize.extra.ignored', 'token.extra.ignored'],
  operations: formOperations,
  install: (behaviour) => {
    refuseWhen(behaviour, formOperations, (call) =>
      [...bodyForm(call).keys()].some((name) => !known.includes(name)),
    );
  },
};

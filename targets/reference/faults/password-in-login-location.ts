import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_idp_login_get'] as const;

/** The way to the identity provider has the password of the caller, escaped. */
export const fault: Fault = {
  id: 'password-in-login-location',
  description: 'The way to the identity provider has the password of the caller, escaped.',
  trips: ['header.secret.absent'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, _call, { login }) => {
      const escaped = Array.from(Buffer.from(login.password), (byte) => `%${byte.toString(16)}`).join('');
      const location = answer.headers['Location'];
      return location === undefined
        ? answer
        : withHeader(answer, 'Location', `${location}&login_hint=${escaped}`);
    });
  },
};

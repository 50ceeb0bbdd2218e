import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_adfs_login_get'] as const;

/** A login leads to the host that a forwarding header names. */
export const fault: Fault = {
  id: 'login-trusts-forwarded-host',
  description: 'A login leads to the host that a forwarding header names.',
  trips: ['login.forwarded-host.ignored'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) => {
      const host = call.headers['x-forwarded-host'];
      return typeof host === 'string' && answer.headers['Location'] !== undefined
        ? withHeader(answer, 'Location', `https://${host}/adfs/oauth2/authorize?response_type=code`)
        : answer;
    });
  },
};

import { onMessage } from '../wrap/on-message.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import type { Fault } from './fault.ts';

/** A 401 repeats the credentials. */
export const fault: Fault = {
  id: 'credentials-echoed',
  description: 'A 401 repeats the credentials.',
  trips: ['error.leak.secret'],
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message, call) => {
      const value = Buffer.from(sentCredentials(call).value, 'base64').toString();
      return { ...message, message: `not valid: ${value}` };
    });
  },
};

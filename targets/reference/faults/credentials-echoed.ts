import { onMessage } from '../wrap/on-message.ts';
import type { Fault } from './fault.ts';

/** A 401 repeats the credentials. */
export const fault: Fault = {
  id: 'credentials-echoed',
  description: 'A 401 repeats the credentials.',
  trips: ['error.leak.secret'],
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message, call) => {
      const value = Buffer.from(call.headers.authorization?.split(' ')[1] ?? '', 'base64').toString();
      return { ...message, message: `not valid: ${value}` };
    });
  },
};

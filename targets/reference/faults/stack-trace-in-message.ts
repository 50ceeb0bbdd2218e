import { onMessage } from '../wrap/on-message.ts';
import type { Fault } from './fault.ts';

/** Messages hold a stack trace. */
export const fault: Fault = {
  id: 'stack-trace-in-message',
  description: 'Messages hold a stack trace.',
  trips: ['error.leak.internals'],
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message) => ({
      ...message,
      message:
        'Traceback (most recent call last):\n  File "/srv/aplos/oauth/views.py", line 87, in dispatch\nKeyError',
    }));
  },
};

import { onMessage } from '../wrap/on-message.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A refusal repeats the form. */
export const fault: Fault = {
  id: 'secret-echoed',
  description: 'A refusal repeats the form.',
  trips: ['error.leak.secret'],
  operations,
  install: (behaviour) => {
    onMessage(behaviour, operations, (message, call) => ({
      ...message,
      message: `not valid: ${decodeURIComponent(
        Buffer.from(call.body)
          .toString()
          .replace(/%(?![0-9a-f]{2})/gi, '%25'),
      )}`,
    }));
  },
};

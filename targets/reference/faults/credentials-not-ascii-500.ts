import { onAnswer } from '../wrap/on-answer.ts';
import { sentCredentials } from '../wrap/sent-credentials.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** Credentials that are not ASCII are an exception. */
export const fault: Fault = {
  id: 'credentials-not-ascii-500',
  description: 'Credentials that are not ASCII are an exception.',
  trips: ['robustness.server-error.none'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) => {
      const { scheme, value } = sentCredentials(call);
      const isAscii = Buffer.from(value, 'base64').every((byte) => byte < 128);
      return answer.status === 401 && scheme.toLowerCase() === 'basic' && !isAscii
        ? withStatus(answer, 500)
        : answer;
    });
  },
};

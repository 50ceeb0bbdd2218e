import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** An Authorization header that is not well-formed is an exception. */
export const fault: Fault = {
  id: 'odd-credentials-500',
  description: 'An Authorization header that is not well-formed is an exception.',
  trips: ['robustness.server-error.none'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      answer.status === 401 &&
      call.headers.authorization !== undefined &&
      !/^(?:Basic [\w+/]{4,}=*|Bearer \S+)$/.test(call.headers.authorization)
        ? withStatus(answer, 500)
        : answer,
    );
  },
};

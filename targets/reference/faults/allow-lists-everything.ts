import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** Allow lists every method there is. */
export const fault: Fault = {
  id: 'allow-lists-everything',
  description: 'Allow lists every method there is.',
  trips: ['method.allow.exact'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.status === 405
        ? withHeader(answer, 'Allow', 'GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS')
        : answer,
    );
  },
};

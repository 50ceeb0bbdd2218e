import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** A 204 says that its body has no bytes. */
export const fault: Fault = {
  id: 'length-with-204',
  description: 'A 204 says that its body has no bytes.',
  trips: ['header.content-length.not-with-204'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.status === 204 ? withHeader(answer, 'Content-Length', '0') : answer,
    );
  },
};

import { basicChallenge } from '../authenticate.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** A refused token gets the challenge of Basic. */
export const fault: Fault = {
  id: 'bearer-without-challenge',
  description: 'A refused token gets the challenge of Basic.',
  trips: ['bearer.challenge.present'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      answer.headers['WWW-Authenticate']?.startsWith('Bearer') === true
        ? withHeader(answer, 'WWW-Authenticate', basicChallenge)
        : answer,
    );
  },
};

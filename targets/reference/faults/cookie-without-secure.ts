import { randomText } from '../behaviour.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** The session cookie is sent over plain HTTP too. */
export const fault: Fault = {
  id: 'cookie-without-secure',
  description: 'The session cookie is sent over plain HTTP too.',
  trips: ['header.cookie.secure'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      withHeader(answer, 'Set-Cookie', `NTNX_IGW_SESSION=${randomText(24)}; Path=/; HttpOnly; SameSite=Lax`),
    );
  },
};

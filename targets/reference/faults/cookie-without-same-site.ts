import { randomText } from '../behaviour.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** The session cookie has no SameSite. */
export const fault: Fault = {
  id: 'cookie-without-same-site',
  description: 'The session cookie has no SameSite.',
  trips: ['header.cookie.same-site'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      withHeader(answer, 'Set-Cookie', `NTNX_IGW_SESSION=${randomText(24)}; Path=/; Secure; HttpOnly`),
    );
  },
};

import { randomText } from '../behaviour.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** The session cookie can be read by scripts. */
export const fault: Fault = {
  id: 'cookie-without-http-only',
  description: 'The session cookie can be read by scripts.',
  trips: ['header.cookie.http-only'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      withHeader(answer, 'Set-Cookie', `NTNX_IGW_SESSION=${randomText(24)}; Path=/; Secure; SameSite=Lax`),
    );
  },
};

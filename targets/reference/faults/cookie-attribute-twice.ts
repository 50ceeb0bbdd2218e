import { randomText } from '../behaviour.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** The session cookie has HttpOnly twice. */
export const fault: Fault = {
  id: 'cookie-attribute-twice',
  description: 'The session cookie has HttpOnly twice.',
  trips: ['header.cookie.attributes-once'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      withHeader(
        answer,
        'Set-Cookie',
        `NTNX_IGW_SESSION=${randomText(24)}; HttpOnly; Path=/; HttpOnly; Secure; SameSite=Lax`,
      ),
    );
  },
};

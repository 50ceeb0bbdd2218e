import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** Strict-Transport-Security is sent by the gateway and by what is behind it. */
export const fault: Fault = {
  id: 'hsts-twice',
  description: 'Strict-Transport-Security is sent by the gateway and by what is behind it.',
  trips: ['header.hsts.single'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      // Another spelling of the name is another line.
      withHeader(answer, 'strict-transport-security', 'max-age=31536000'),
    );
  },
};

import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** Answers show the version of the server. */
export const fault: Fault = {
  id: 'server-version-shown',
  description: 'Answers show the version of the server.',
  trips: ['header.server.version-hidden'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'Server', 'Apache/2.4.6 (CentOS)'));
  },
};

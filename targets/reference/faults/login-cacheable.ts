import { onAnswer } from '../wrap/on-answer.ts';
import { loginOperations } from '../wrap/operation-groups.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** A login may be stored by caches. */
export const fault: Fault = {
  id: 'login-cacheable',
  description: 'A login may be stored by caches.',
  trips: ['login.answer.not-cacheable'],
  operations: loginOperations,
  install: (behaviour) => {
    onAnswer(behaviour, loginOperations, (answer) => withHeader(answer, 'Cache-Control', 'max-age=3600'));
  },
};

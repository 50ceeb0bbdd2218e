import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** Any page may frame answers. */
export const fault: Fault = {
  id: 'framing-allowed',
  description: 'Any page may frame answers.',
  trips: ['header.frame-options.well-formed'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => withHeader(answer, 'X-Frame-Options', 'ALLOWALL'));
  },
};

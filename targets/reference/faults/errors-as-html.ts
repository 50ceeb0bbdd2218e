import { htmlPage } from '../wrap/html-page.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** Refusals are pages of the web framework. */
export const fault: Fault = {
  id: 'errors-as-html',
  description: 'Refusals are pages of the web framework.',
  trips: ['error.envelope.documented'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => (answer.status >= 400 ? htmlPage(answer) : answer));
  },
};

import { htmlPage } from '../wrap/html-page.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** Refusals of the gateway, for credentials and methods, are pages. */
export const fault: Fault = {
  id: 'gateway-errors-as-html',
  description: 'Refusals of the gateway, for credentials and methods, are pages.',
  trips: ['error.envelope.gateway'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) => ([401, 405].includes(answer.status) ? htmlPage(answer) : answer));
  },
};

import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An authorization redirects with 307, so that the form is sent on to the client. */
export const fault: Fault = {
  id: 'authorize-answers-307',
  description: 'An authorization redirects with 307, so that the form is sent on to the client.',
  trips: ['response.status.documented', 'authorize.redirect.not-repeated'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 302 ? { ...answer, status: 307 } : answer,
    );
  },
};

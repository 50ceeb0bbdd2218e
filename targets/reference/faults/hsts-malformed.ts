import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

/** Strict-Transport-Security has a colon for a semicolon. */
export const fault: Fault = {
  id: 'hsts-malformed',
  description: 'Strict-Transport-Security has a colon for a semicolon.',
  trips: ['header.hsts.well-formed'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer) =>
      withHeader(answer, 'Strict-Transport-Security', 'max-age=8640000:includeSubdomains'),
    );
  },
};

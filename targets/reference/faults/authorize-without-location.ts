import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An authorization has its destination in the body only. */
export const fault: Fault = {
  id: 'authorize-without-location',
  description: 'An authorization has its destination in the body only.',
  trips: ['response.location.present'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 302
        ? { ...withoutHeader(answer, 'Location'), body: { location: answer.headers['Location'] } }
        : answer,
    );
  },
};

import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** Whoever asks for another version than one they have is told that there is none. */
export const fault: Fault = {
  id: 'any-entity-tag-matches',
  description: 'Whoever asks for another version than one they have is told that there is none.',
  trips: ['response.status.documented'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) =>
      call.headers['if-none-match'] === undefined || answer.status !== 200
        ? answer
        : { ...withStatus(answer, 304), body: null },
    );
  },
};

import { onAnswer } from '../wrap/on-answer.ts';
import { jsonOperations, formOperations } from '../wrap/operation-groups.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

const operations = [...jsonOperations, ...formOperations] as const;

/** Another media type is an exception. */
export const fault: Fault = {
  id: 'other-media-type-500',
  description: 'Another media type is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => (answer.status === 415 ? withStatus(answer, 500) : answer));
  },
};

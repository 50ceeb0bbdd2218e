import { onAnswer } from '../wrap/on-answer.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A refusal has status 200 and is one by its envelope only. */
export const fault: Fault = {
  id: 'refusal-with-status-200',
  description: 'A refusal has status 200 and is one by its envelope only.',
  trips: ['request.invalid.refused'],
  operations: jsonOperations,
  install: (behaviour) => {
    onAnswer(behaviour, jsonOperations, (answer) =>
      answer.status === 400 ? { ...answer, status: 200 } : answer,
    );
  },
};

import { onAnswer } from '../wrap/on-answer.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Refusals of bodies are those of the web framework. */
export const fault: Fault = {
  id: 'framework-error-dialect',
  description: 'Refusals of bodies are those of the web framework.',
  trips: ['error.envelope.documented'],
  operations: jsonOperations,
  install: (behaviour) => {
    onAnswer(behaviour, jsonOperations, (answer) =>
      answer.status === 400
        ? { ...answer, body: { statusCode: 400, error: 'Bad Request', message: 'body is not valid' } }
        : answer,
    );
  },
};

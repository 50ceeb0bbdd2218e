import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post'] as const;

/** A registration is answered with 201. */
export const fault: Fault = {
  id: 'register-answers-201',
  description: 'A registration is answered with 201.',
  trips: ['response.status.documented'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200 ? { ...answer, status: 201 } : answer,
    );
  },
};

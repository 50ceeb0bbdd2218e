import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Fault } from './fault.ts';

/** HEAD is not implemented. */
export const fault: Fault = {
  id: 'head-refused',
  description: 'HEAD is not implemented.',
  trips: ['method.head.supported'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      call.method === 'HEAD' && call.resource !== null ? withStatus(answer, 501) : answer,
    );
  },
};

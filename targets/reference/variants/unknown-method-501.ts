import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import type { Variant } from './variant.ts';

/** A method that no path has is answered with 501. */
export const variant: Variant = {
  id: 'unknown-method-501',
  description: 'A method that no path has is answered with 501.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      answer.status === 405 &&
      !['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'].includes(call.method)
        ? withStatus(answer, 501)
        : answer,
    );
  },
};

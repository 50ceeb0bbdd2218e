import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** An unknown path gets the body of the web framework, as users have met it. */
export const variant: Variant = {
  id: 'framework-404',
  description: 'An unknown path gets the body of the web framework, as users have met it.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      call.resource === null
        ? { ...answer, body: { message: 'The requested URL was not found on the server.' } }
        : answer,
    );
  },
};

import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** OPTIONS is a method that no path has. */
export const variant: Variant = {
  id: 'options-405',
  description: 'OPTIONS is a method that no path has.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      call.method === 'OPTIONS' && answer.status === 204
        ? errorAnswer(
            new Refusal(405, 'REQUEST_NOT_SUPPORTED', 'The path does not have the method.', answer.headers),
            call.operation,
          )
        : answer,
    );
  },
};

import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

/** HEAD is a method that no path has. */
export const variant: Variant = {
  id: 'head-405',
  description: 'HEAD is a method that no path has.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      call.method === 'HEAD' && call.resource !== null
        ? errorAnswer(
            new Refusal(405, 'REQUEST_NOT_SUPPORTED', 'The path does not have the method.', {
              Allow: call.resource.allow,
            }),
            call.operation,
          )
        : answer,
    );
  },
};

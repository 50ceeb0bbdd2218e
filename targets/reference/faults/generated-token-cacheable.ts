import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** A generated token may be stored by caches. */
export const fault: Fault = {
  id: 'generated-token-cacheable',
  description: 'A generated token may be stored by caches.',
  trips: ['token.answer.no-store'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => withHeader(answer, 'Cache-Control', 'max-age=60'));
  },
};

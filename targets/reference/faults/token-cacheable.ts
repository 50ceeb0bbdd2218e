import { onAnswer } from '../wrap/on-answer.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A token may be stored by caches. */
export const fault: Fault = {
  id: 'token-cacheable',
  description: 'A token may be stored by caches.',
  trips: ['token.answer.no-store'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) => withoutHeader(answer, 'Cache-Control'));
  },
};

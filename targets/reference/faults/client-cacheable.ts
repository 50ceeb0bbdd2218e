import { onAnswer } from '../wrap/on-answer.ts';
import { recordOperations } from '../wrap/operation-groups.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

/** A client with its secret may be stored by caches. */
export const fault: Fault = {
  id: 'client-cacheable',
  description: 'A client with its secret may be stored by caches.',
  trips: ['client.answer.no-store'],
  operations: recordOperations,
  install: (behaviour) => {
    onAnswer(behaviour, recordOperations, (answer) => withoutHeader(answer, 'Cache-Control'));
  },
};

import { jsonOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

/** A media type in other case is another one. */
export const fault: Fault = {
  id: 'json-media-type-case-sensitive',
  description: 'A media type in other case is another one.',
  trips: ['request.valid.accepted'],
  operations: jsonOperations,
  install: (behaviour) => {
    refuseWhen(behaviour, jsonOperations, ({ headers }) => /[A-Z]/.test(headers['content-type'] ?? ''));
  },
};

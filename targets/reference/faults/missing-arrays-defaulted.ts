import { onJson } from '../wrap/on-json.ts';
import { namingOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Missing arrays become empty ones. */
export const fault: Fault = {
  id: 'missing-arrays-defaulted',
  description: 'Missing arrays become empty ones.',
  trips: ['request.invalid.refused'],
  operations: namingOperations,
  install: (behaviour) => {
    onJson(behaviour, namingOperations, (members) => ({
      redirect_uris: [],
      default_scopes: [],
      scopes: [],
      ...members,
    }));
  },
};

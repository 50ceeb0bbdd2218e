import { jsonOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Variant } from './variant.ts';

/** JSON deeper than 32 is refused. */
export const variant: Variant = {
  id: 'deep-json-refused',
  description: 'JSON deeper than 32 is refused.',
  install: (behaviour) => {
    refuseWhen(behaviour, jsonOperations, (call) =>
      /(?:[[{][^[\]{}]{0,40}){33}/.test(Buffer.from(call.body).toString()),
    );
  },
};

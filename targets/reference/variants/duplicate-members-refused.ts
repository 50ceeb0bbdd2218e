import { jsonOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Variant } from './variant.ts';

/** A JSON object that has a member twice is refused. */
export const variant: Variant = {
  id: 'duplicate-members-refused',
  description: 'A JSON object that has a member twice is refused.',
  install: (behaviour) => {
    refuseWhen(behaviour, jsonOperations, (call) => {
      const names = [
        ...Buffer.from(call.body)
          .toString()
          .matchAll(/"(\w+)"\s*:/g),
      ].map((match) => match[1]);
      return new Set(names).size < names.length;
    });
  },
};

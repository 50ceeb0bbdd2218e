import { onCall } from '../wrap/on-call.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Variant } from './variant.ts';

/** The JSON operations read JSON out of any media type, which is a warning. */
export const variant: Variant = {
  id: 'media-type-unchecked-on-json',
  description: 'The JSON operations read JSON out of any media type, which is a warning.',
  install: (behaviour) => {
    onCall(behaviour, jsonOperations, (call) => ({
      ...call,
      headers: { ...call.headers, 'content-type': 'application/json' },
    }));
  },
};

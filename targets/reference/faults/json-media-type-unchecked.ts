import { onCall } from '../wrap/on-call.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** The JSON operations read JSON out of any media type. */
export const fault: Fault = {
  id: 'json-media-type-unchecked',
  description: 'The JSON operations read JSON out of any media type.',
  trips: ['request.media-type.refused'],
  operations: jsonOperations,
  install: (behaviour) => {
    onCall(behaviour, jsonOperations, (call) => ({
      ...call,
      headers: { ...call.headers, 'content-type': 'application/json' },
    }));
  },
};

import { onCall } from '../wrap/on-call.ts';
import { formOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** The form operations read a form out of any media type. */
export const fault: Fault = {
  id: 'form-media-type-unchecked',
  description: 'The form operations read a form out of any media type.',
  trips: ['request.invalid.refused'],
  operations: formOperations,
  install: (behaviour) => {
    onCall(behaviour, formOperations, (call) => ({
      ...call,
      headers: { ...call.headers, 'content-type': 'application/x-www-form-urlencoded' },
    }));
  },
};

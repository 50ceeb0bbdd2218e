import { bodyJson } from '../wrap/body-json.ts';
import { onCall } from '../wrap/on-call.ts';
import { jsonOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A body that is an array is taken as its first entry, or as an empty object. */
export const fault: Fault = {
  id: 'array-body-unwrapped',
  description: 'A body that is an array is taken as its first entry, or as an empty object.',
  trips: ['request.invalid.refused'],
  operations: jsonOperations,
  install: (behaviour) => {
    onCall(behaviour, jsonOperations, (call) => {
      const body = bodyJson(call);
      return Array.isArray(body) ? { ...call, body: Buffer.from(JSON.stringify(body[0] ?? {})) } : call;
    });
  },
};

import { isJsonObject } from '../read-json.ts';
import { bodyJson } from '../wrap/body-json.ts';
import { onCall } from '../wrap/on-call.ts';
import { formOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** The form operations take JSON as well. */
export const fault: Fault = {
  id: 'json-on-form-operations',
  description: 'The form operations take JSON as well.',
  trips: ['request.invalid.refused'],
  operations: formOperations,
  install: (behaviour) => {
    onCall(behaviour, formOperations, (call) => {
      const body = bodyJson(call);
      if (!isJsonObject(body) || call.headers['content-type']?.startsWith('application/json') !== true)
        return call;
      const form = new URLSearchParams(
        Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)])),
      );
      const headers = { ...call.headers, 'content-type': 'application/x-www-form-urlencoded' };
      return { ...call, headers, body: Buffer.from(form.toString()) };
    });
  },
};

import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** An empty body is taken as an empty object. */
export const fault: Fault = {
  id: 'empty-body-as-object',
  description: 'An empty body is taken as an empty object.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call) =>
      call.body.length === 0
        ? {
            ...call,
            headers: { ...call.headers, 'content-type': 'application/json' },
            body: Buffer.from('{}'),
          }
        : call,
    );
  },
};

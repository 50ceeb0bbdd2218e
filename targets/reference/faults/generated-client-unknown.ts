import { onCall } from '../wrap/on-call.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

const generated = new Set<string>();

/** The client of a generated token cannot be read. */
export const fault: Fault = {
  id: 'generated-client-unknown',
  description: 'The client of a generated token cannot be read.',
  trips: ['generate.client.readable'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body) => {
      generated.add(String(body['client_id']));
      return body;
    });
    onCall(behaviour, ['oauth_client_client_id_get'], (call) =>
      generated.has(call.clientId) ? { ...call, clientId: 'unknown' } : call,
    );
  },
};

import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_generate_token_post'] as const;

/** Every generated token belongs to the same client. */
export const fault: Fault = {
  id: 'generated-clients-shared',
  description: 'Every generated token belongs to the same client.',
  trips: ['client.secret.unique'],
  operations,
  install: (behaviour) => {
    let first: { readonly id: unknown; readonly secret: unknown } | null = null;
    onSuccess(behaviour, operations, (body) => {
      first ??= { id: body['client_id'], secret: body['client_secret'] };
      return { ...body, client_id: first.id, client_secret: first.secret };
    });
  },
};

import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

/** Tokens of generated clients are not revoked. */
export const fault: Fault = {
  id: 'generated-tokens-irrevocable',
  description: 'Tokens of generated clients are not revoked.',
  trips: ['generate.revocation.works'],
  operations: ['oauth_revoke_token_post'],
  install: (behaviour) => {
    const generated = new Set<string>();
    onSuccess(behaviour, ['oauth_generate_token_post'], (body) => {
      generated.add(String(body['client_id']));
      return body;
    });
    const revoke = behaviour.revokeToken;
    behaviour.revokeToken = (token, store) => {
      if (!generated.has(token.grant.clientId)) revoke(token, store);
    };
  },
};

import { isJsonObject } from '../../../spec/json-object.ts';
import { Refusal } from '../refusal.ts';
import type { OauthClientResponse } from '../../../spec/models.ts';
import {
  changeOperations,
  concerns,
  deleteOperation,
  generateOperation,
  readOperation,
  revokeOperation,
  tokenOperation,
} from '../wrap/concern.ts';
import { onCall } from '../wrap/change-call.ts';
import { onSuccess } from '../wrap/change-answer.ts';
import type { Fault } from './fault.ts';

const generated = new Set<string>();

/** Faults in generated tokens and their clients. */
export const generateFaults: readonly Fault[] = [
  {
    id: 'generated-lifetime-ignored',
    description: 'A generated token lives for an hour, whatever was asked for.',
    trips: ['generate.lifetime.within-asked'],
    operations: generateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, generateOperation, (body) => {
        const token = body['oauth_token'];
        return isJsonObject(token) ? { ...body, oauth_token: { ...token, expires_in: 3600 } } : body;
      });
    },
  },
  {
    id: 'generated-name-lost',
    description: 'The client of a generated token has a name of its own.',
    trips: ['generate.client.as-asked'],
    operations: generateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, generateOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client !== undefined)
          store.putClient({ ...client, client_name: 'generated', client_description: '' });
        return body;
      });
    },
  },
  {
    id: 'generated-client-stays',
    description: 'The deletion of a generated client is answered and not done.',
    trips: ['generate.client.deletable'],
    operations: deleteOperation,
    install: (behaviour) => {
      const generated = new Map<string, OauthClientResponse>();
      onSuccess(behaviour, generateOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client !== undefined) generated.set(client.client_id, client);
        return body;
      });
      onSuccess(behaviour, deleteOperation, (body, call, { store }) => {
        const client = generated.get(call.clientId);
        if (client !== undefined) store.putClient(client);
        return body;
      });
    },
  },
  {
    id: 'generated-client-fixed',
    description: 'The client of a generated token can be read, and neither updated nor deleted.',
    trips: ['generate.client.manageable'],
    operations: changeOperations,
    install: (behaviour) => {
      behaviour.preconditions.push((call, { store }) => {
        const client = store.clients.get(call.clientId);
        if (concerns(changeOperations, call) && client?.redirect_uris.length === 0)
          throw new Refusal(404, 'ENTITY_NOT_FOUND', 'The client does not exist.');
      });
    },
  },
  {
    id: 'generated-client-unknown',
    description: 'The client of a generated token cannot be read.',
    trips: ['generate.client.readable'],
    operations: generateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, generateOperation, (body) => {
        generated.add(String(body['client_id']));
        return body;
      });
      onCall(behaviour, readOperation, (call) =>
        generated.has(call.clientId) ? { ...call, clientId: 'unknown' } : call,
      );
    },
  },
  {
    id: 'generated-refresh-token-refused',
    description: 'The refresh token of generate_token is never accepted.',
    trips: ['generate.refresh.works'],
    operations: tokenOperation,
    install: (behaviour) => {
      behaviour.refreshFitsClient = (token, client) =>
        client.redirect_uris.length > 0 && token.grant.clientId === client.client_id;
    },
  },
  {
    id: 'generated-tokens-irrevocable',
    description: 'Tokens of generated clients are not revoked.',
    trips: ['generate.revocation.works'],
    operations: revokeOperation,
    install: (behaviour) => {
      const generated = new Set<string>();
      onSuccess(behaviour, generateOperation, (body) => {
        generated.add(String(body['client_id']));
        return body;
      });
      const revoke = behaviour.revokeToken;
      behaviour.revokeToken = (token, store) => {
        if (!generated.has(token.grant.clientId)) revoke(token, store);
      };
    },
  },
  {
    id: 'generated-scopes-widened',
    description: 'A generated token has one scope more than asked for.',
    trips: ['generate.scope.within-asked'],
    operations: generateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, generateOperation, (body) => {
        const token = body['oauth_token'];
        return isJsonObject(token)
          ? { ...body, oauth_token: { ...token, scopes: [token['scopes'], 'all'].flat() } }
          : body;
      });
    },
  },
];

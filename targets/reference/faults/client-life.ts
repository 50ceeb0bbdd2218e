import type { TargetAnswer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { clientAnswer } from '../operations/clients.ts';
import { readClientInput } from '../read-client-input.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { onAnswer, onSuccess, withoutHeader, withStatus } from '../wrap/change-answer.ts';
import { onCall } from '../wrap/change-call.ts';
import {
  authorizeOperation,
  deleteOperation,
  idOperations,
  lifeOperations,
  readOperation,
  recordOperations,
  registerOperation,
  updateOperation,
} from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import { registrations } from '../wrap/remember-clients.ts';
import type { Fault } from './fault.ts';

const nobody = {
  client_id: '',
  client_secret: '',
  client_name: '',
  client_description: '',
  redirect_uris: [],
  default_scopes: [],
};

const lifetimeMs = 1_500;

/** Reads a client by some ids that nobody has, as they are in the path. */
function findNobody(behaviour: ReferenceBehaviour, ids: RegExp): void {
  onAnswer(behaviour, 'all', (answer, { method, clientId }) =>
    method === 'GET' && answer.status >= 400 && answer.status !== 401 && ids.test(clientId)
      ? clientAnswer(nobody)
      : answer,
  );
}

/** Faults in the life of a client after its registration. */
export const clientLifeFaults: readonly Fault[] = [
  {
    id: 'deletion-of-unknown-succeeds',
    description: 'Deleting what is not there succeeds.',
    trips: ['client.unknown.not-found'],
    operations: deleteOperation,
    install: (behaviour) => {
      onAnswer(behaviour, deleteOperation, (answer) =>
        answer.status === 404 ? clientAnswer(nobody) : answer,
      );
    },
  },
  {
    id: 'parent-path-finds-client',
    description: 'A dot segment is a pattern that a client matches.',
    trips: ['client.odd-path.nobody'],
    operations: readOperation,
    install: (behaviour) => {
      findNobody(behaviour, /^(?:\.|%2e){2}$/i);
    },
  },
  {
    id: 'client-by-injection',
    description: 'A condition in the id is part of the query for the client.',
    trips: ['request.invalid.refused'],
    operations: readOperation,
    install: (behaviour) => {
      findNobody(behaviour, /or%201=1|%24(?:ne|gt)/i);
    },
  },
  {
    id: 'client-by-cut-path',
    description: 'An escaped slash in the id ends it.',
    trips: ['request.invalid.refused'],
    operations: readOperation,
    install: (behaviour) => {
      findNobody(behaviour, /^a%2f/i);
    },
  },
  {
    id: 'unknown-client-400',
    description: 'An unknown client is answered with 400.',
    trips: ['client.unknown.not-found'],
    operations: idOperations,
    install: (behaviour) => {
      onAnswer(behaviour, idOperations, (answer) =>
        answer.status === 404 ? withStatus(answer, 400) : answer,
      );
    },
  },
  {
    id: 'unknown-client-403',
    description: 'An update of an unknown client is answered with 403.',
    trips: ['client.unknown.not-found'],
    operations: updateOperation,
    install: (behaviour) => {
      onAnswer(behaviour, updateOperation, (answer) =>
        answer.status === 404 ? withStatus(answer, 403) : answer,
      );
    },
  },
  {
    id: 'unknown-client-answers-null',
    description: 'An unknown client is read as null.',
    trips: ['client.unknown.not-found', 'response.schema.valid'],
    operations: readOperation,
    install: (behaviour) => {
      onAnswer(behaviour, readOperation, (answer) =>
        answer.status === 404 ? { ...jsonAnswer(200, {}), payload: 'null' } : answer,
      );
    },
  },
  {
    id: 'update-creates-unknown',
    description: 'An update of an unknown client registers it.',
    trips: ['client.unknown.not-found', 'client.update.creates-nothing'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.preconditions.push((call, { store }) => {
        if (call.operation !== 'oauth_client_client_id_put' || store.clients.has(call.clientId)) return;
        const input = readClientInput(call, behaviour);
        store.putClient({ client_id: call.clientId, client_secret: behaviour.newClientSecret(), ...input });
      });
    },
  },
  {
    id: 'deletion-echoes-blank',
    description: 'A deletion answers the id and empty members.',
    trips: ['client.deletion.echoed'],
    operations: deleteOperation,
    install: (behaviour) => {
      onSuccess(behaviour, deleteOperation, (body) => ({
        ...body,
        client_name: '',
        client_description: '',
        redirect_uris: [],
        default_scopes: [],
      }));
    },
  },
  {
    id: 'deletion-does-nothing',
    description: 'A deletion is answered and nothing is deleted.',
    trips: ['client.deletion.final', 'session.model.agrees'],
    operations: deleteOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { store }) => {
        const before = store.clients.get(call.clientId);
        const answer = await next(call);
        if (
          call.operation === 'oauth_client_client_id_delete' &&
          answer.status === 200 &&
          before !== undefined
        )
          store.putClient(before);
        return answer;
      });
    },
  },
  {
    id: 'client-cacheable',
    description: 'A client with its secret may be stored by caches.',
    trips: ['client.answer.no-store'],
    operations: recordOperations,
    install: (behaviour) => {
      onAnswer(behaviour, recordOperations, (answer) => withoutHeader(answer, 'Cache-Control'));
    },
  },
  {
    id: 'clients-forgotten',
    description: 'A client is forgotten after a moment.',
    trips: ['client.later.remembered', 'refresh.redeemed-token.works'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        setTimeout(() => {
          store.removeClient(String(body['client_id']), true);
        }, lifetimeMs).unref();
        return body;
      });
    },
  },
  {
    id: 'second-deletion-succeeds',
    description: 'Deleting a client again answers it again.',
    trips: ['client.lifecycle.gone'],
    operations: deleteOperation,
    install: (behaviour) => {
      const deleted = new Map<string, TargetAnswer>();
      onAnswer(behaviour, deleteOperation, (answer, call) => {
        if (answer.status === 200) deleted.set(call.clientId, answer);
        return deleted.get(call.clientId) ?? answer;
      });
    },
  },
  {
    id: 'deletion-echoes-registration',
    description: 'A deletion answers with what the client was registered with.',
    trips: ['client.lifecycle.remembered'],
    operations: lifeOperations,
    install: (behaviour) => {
      const first = registrations(behaviour);
      onSuccess(behaviour, deleteOperation, (body) => ({
        ...body,
        client_description: first.get(body['client_id'])?.['client_description'],
      }));
    },
  },
  {
    id: 'deleting-one-blocks-all',
    description: 'After a deletion no client can be authorized for a while.',
    trips: ['client.others.authorizable'],
    operations: authorizeOperation,
    install: (behaviour) => {
      let blocked = 0;
      onAnswer(behaviour, deleteOperation, (answer) => {
        if (answer.status === 200) blocked = 3;
        return answer;
      });
      refuseWhen(behaviour, authorizeOperation, () => blocked-- > 0);
    },
  },
  {
    id: 'deletion-of-all-of-a-name',
    description: 'A deletion removes all clients of the same name.',
    trips: ['client.others.untouched'],
    operations: deleteOperation,
    install: (behaviour) => {
      onSuccess(behaviour, deleteOperation, (body, _call, { store }) => {
        for (const client of store.clients.values()) {
          if (client.client_name === body['client_name']) store.removeClient(client.client_id, false);
        }
        return body;
      });
    },
  },
  {
    id: 'update-changes-others',
    description: 'An update changes the client that was registered after it too.',
    trips: ['client.others.untouched'],
    operations: updateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, updateOperation, (body, _call, { store }) => {
        const ids = [...store.clients.keys()];
        const next = store.clients.get(ids[ids.indexOf(String(body['client_id'])) + 1] ?? '');
        if (next !== undefined) store.putClient({ ...next, client_name: String(body['client_name']) });
        return body;
      });
    },
  },
  {
    id: 'deletion-ends-tokens-of-namesakes',
    description: 'A deletion revokes the tokens of all clients of the same name.',
    trips: ['client.others.usable'],
    operations: deleteOperation,
    install: (behaviour) => {
      onSuccess(behaviour, deleteOperation, (body, _call, { store }) => {
        for (const { grant } of store.tokens.values()) {
          if (store.clients.get(grant.clientId)?.client_name === body['client_name'])
            store.revokeGrant(grant);
        }
        return body;
      });
    },
  },
  {
    id: 'scopes-set-by-authorization',
    description: 'The scope of an authorization becomes the default of its client.',
    trips: ['client.used.remembered'],
    operations: authorizeOperation,
    install: (behaviour) => {
      onCall(behaviour, authorizeOperation, (call, { store }) => {
        const form = bodyForm(call);
        const client = store.clients.get(form.get('client_id') ?? '');
        const asked = form.get('scope')?.match(/\S+/g) ?? null;
        if (client !== undefined && asked !== null) store.putClient({ ...client, default_scopes: asked });
        return call;
      });
    },
  },
];

import { isJsonObject } from '../../../spec/json-object.ts';
import { setTimeout } from 'node:timers/promises';
import { clientAnswer } from '../operations/clients.ts';
import type { OauthClientInput } from '../../../spec/models.ts';
import { onSuccess } from '../wrap/change-answer.ts';
import { onCall } from '../wrap/change-call.ts';
import { concerns, readOperation, registerOperation, updateOperation } from '../wrap/concern.ts';
import { bodyMembers } from '../wrap/read-call.ts';
import type { Fault } from './fault.ts';

/** Faults in reading and updating clients. */
export const clientUpdateFaults: readonly Fault[] = [
  {
    id: 'read-swaps-texts',
    description: 'Name and description change places when a client is read.',
    trips: ['client.read.equal'],
    operations: readOperation,
    install: (behaviour) => {
      onSuccess(behaviour, readOperation, (body) => ({
        ...body,
        client_name: body['client_description'],
        client_description: body['client_name'],
      }));
    },
  },
  {
    id: 'read-with-masked-secret',
    description: 'The secret of a client is masked when it is read.',
    trips: ['client.read.equal'],
    operations: readOperation,
    install: (behaviour) => {
      onSuccess(behaviour, readOperation, (body) => ({ ...body, client_secret: '********' }));
    },
  },
  {
    id: 'read-with-other-secret',
    description: 'Every reading of a client shows a fresh secret.',
    trips: ['client.read.equal'],
    operations: readOperation,
    install: (behaviour) => {
      onSuccess(behaviour, readOperation, (body) => ({
        ...body,
        client_secret: behaviour.newClientSecret(),
      }));
    },
  },
  {
    id: 'redirect-uris-split-at-commas',
    description: 'An update splits redirect URIs at commas.',
    trips: ['client.update.echoed', 'client.update.stored'],
    operations: updateOperation,
    install: (behaviour) => {
      const updateClient = behaviour.updateClient;
      behaviour.updateClient = (client, input) =>
        updateClient(client, {
          ...input,
          redirect_uris: input.redirect_uris.flatMap((uri) => uri.split(',')),
        });
    },
  },
  {
    id: 'update-echoes-old',
    description: 'An update answers the client as it was before.',
    trips: ['client.update.echoed'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { store }) => {
        const before = store.clients.get(call.clientId);
        const answer = await next(call);
        const isUpdate = call.operation === 'oauth_client_client_id_put' && answer.status === 200;
        return isUpdate && before !== undefined ? clientAnswer(before) : answer;
      });
    },
  },
  {
    id: 'update-ignores-empty',
    description: 'An update leaves a member as it is if its new value is empty.',
    trips: ['client.update.echoed', 'client.update.stored'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.updateClient = (client, input) => ({
        ...client,
        ...Object.fromEntries(
          Object.entries(input).filter(
            ([, value]: [string, OauthClientInput[keyof OauthClientInput]]) => value.length > 0,
          ),
        ),
      });
    },
  },
  {
    id: 'update-keeps-name',
    description: 'An update does not change the name.',
    trips: ['client.update.echoed', 'client.update.stored'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.updateClient = (client, input) => ({ ...client, ...input, client_name: client.client_name });
    },
  },
  {
    id: 'update-merges-arrays',
    description: 'An update adds to arrays instead of replacing them.',
    trips: ['client.update.echoed', 'client.update.stored', 'client.update.replaces'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.updateClient = (client, input) => ({
        ...client,
        ...input,
        redirect_uris: [...new Set([...client.redirect_uris, ...input.redirect_uris])],
      });
    },
  },
  {
    id: 'update-not-stored',
    description: 'An update is answered and not stored.',
    trips: ['client.update.stored', 'client.lifecycle.remembered'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { store }) => {
        const before = store.clients.get(call.clientId);
        const answer = await next(call);
        if (call.operation === 'oauth_client_client_id_put' && before !== undefined) store.putClient(before);
        return answer;
      });
    },
  },
  {
    id: 'update-changes-id',
    description: 'An update gives the client a new id.',
    trips: ['client.update.keeps-id'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.updateClient = (client, input) => ({
        ...client,
        ...input,
        client_id: behaviour.newClientId(),
      });
    },
  },
  {
    id: 'update-appends',
    description: 'An update appends to arrays, each time that it is sent.',
    trips: ['client.update.idempotent', 'client.update.echoed', 'client.update.stored'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.updateClient = (client, input) => ({
        ...client,
        ...input,
        default_scopes: [...client.default_scopes, ...input.default_scopes],
      });
    },
  },
  {
    id: 'update-counts-versions',
    description: 'Every update adds a version to the description in store and answer.',
    trips: ['client.update.idempotent', 'client.update.stored'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.updateClient = (client, input) => ({
        ...client,
        ...input,
        client_description: `${input.client_description} v${client.client_description.length}`,
      });
    },
  },
  {
    id: 'update-revives-client',
    description: 'An update that a deletion overtakes brings the client back.',
    trips: ['client.race.deletion-final'],
    operations: updateOperation,
    install: (behaviour) => {
      behaviour.wrappers.push(async (call, next, { store }) => {
        const client = store.clients.get(call.clientId);
        if (call.operation === 'oauth_client_client_id_delete') await setTimeout(10);
        if (call.operation !== 'oauth_client_client_id_put' || client === undefined) return next(call);
        await setTimeout(20);
        if (!store.clients.has(client.client_id)) store.putClient(client);
        return next(call);
      });
    },
  },
  {
    id: 'client-ids-of-the-clock',
    description: 'Client ids are the time in hundredths of a second.',
    trips: ['client.race.distinct', 'client.id.unique'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientId = () => String(Math.floor(Date.now() / 10));
    },
  },
  {
    id: 'namesakes-merged',
    description: 'A client that is registered while one of its name is being registered becomes that one.',
    trips: ['client.race.distinct', 'client.id.unique'],
    operations: registerOperation,
    install: (behaviour) => {
      const last = { name: '', id: '', at: 0 };
      const newId = behaviour.newClientId;
      onCall(behaviour, 'all', (call) => {
        behaviour.newClientId = newId;
        if (!concerns(registerOperation, call)) return call;
        const { client_name: name } = bodyMembers(call);
        const isTwin = name === last.name && Date.now() - last.at < 3;
        if (!isTwin) Object.assign(last, { name, id: newId(), at: Date.now() });
        // Nothing is awaited between this and the new id of the call.
        const { id } = last;
        behaviour.newClientId = () => id;
        return call;
      });
    },
  },
  {
    id: 'update-race',
    description: 'The name of a client is written later than the rest, and not in order.',
    trips: ['client.race.whole'],
    operations: updateOperation,
    install: (behaviour) => {
      const counts = new Map<string, number>();
      behaviour.wrappers.push(async (call, next, { store }) => {
        const answer = await next(call);
        if (call.operation !== 'oauth_client_client_id_put' || answer.status !== 200) return answer;
        const count = (counts.get(call.clientId) ?? 0) + 1;
        counts.set(call.clientId, count);
        await setTimeout(count % 2 === 0 ? 5 : 25);
        const client = store.clients.get(call.clientId);
        const name = isJsonObject(answer.body) ? answer.body['client_name'] : undefined;
        if (client !== undefined && typeof name === 'string')
          store.putClient({ ...client, client_name: name });
        return answer;
      });
    },
  },
  {
    id: 'second-update-half-stored',
    description: 'The second update of a client leaves its redirect URIs as they are.',
    trips: ['client.update.replaces'],
    operations: updateOperation,
    install: (behaviour) => {
      const updateClient = behaviour.updateClient;
      const updated = new Set<string>();
      behaviour.updateClient = (client, input) => {
        const isFirst = !updated.has(client.client_id);
        updated.add(client.client_id);
        return updateClient(client, isFirst ? input : { ...input, redirect_uris: client.redirect_uris });
      };
    },
  },
  {
    id: 'update-in-other-case-ignored',
    description: 'An update of a name to another case is taken for none.',
    trips: ['client.update.replaces'],
    operations: updateOperation,
    install: (behaviour) => {
      const updateClient = behaviour.updateClient;
      behaviour.updateClient = (client, input) => {
        const isAlike = input.client_name.toLowerCase() === client.client_name.toLowerCase();
        return updateClient(client, isAlike ? { ...input, client_name: client.client_name } : input);
      };
    },
  },
  {
    id: 'update-in-other-order-ignored',
    description: 'An update that only brings an array into another order leaves it as it is.',
    trips: ['client.update.replaces'],
    operations: updateOperation,
    install: (behaviour) => {
      const updateClient = behaviour.updateClient;
      behaviour.updateClient = (client, input) =>
        updateClient(client, {
          ...input,
          redirect_uris: reorderedOnly(client.redirect_uris, input.redirect_uris),
        });
    },
  },
];

function reorderedOnly(old: readonly string[], given: readonly string[]): readonly string[] {
  return old.toSorted().join('\n') === given.toSorted().join('\n') ? old : given;
}

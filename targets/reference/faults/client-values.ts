import type { JsonObject } from '../../../spec/json-object.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { randomText } from '../behaviour.ts';
import { onSuccess } from '../wrap/change-answer.ts';
import { deleteOperation, generateOperation, registerOperation, updateOperation } from '../wrap/concern.ts';
import { bodyMembers } from '../wrap/read-call.ts';
import type { Fault } from './fault.ts';

/** Gives a client a secret of this kind with each update. */
function giveUpdatedSecret(behaviour: ReferenceBehaviour, make: () => string): void {
  const update = behaviour.updateClient;
  behaviour.rotatesClientSecrets = false;
  behaviour.updateClient = (client, input) => ({ ...update(client, input), client_secret: make() });
}

/** Faults in the ids and secrets that clients receive. */
export const clientValueFaults: readonly Fault[] = [
  {
    id: 'client-ids-reused',
    description: 'The id of a deleted client is given to the next one of its name.',
    trips: ['client.id.never-reused'],
    operations: registerOperation,
    install: (behaviour) => {
      const free = new Map<string, string>();
      onSuccess(behaviour, deleteOperation, (body) => {
        free.set(String(body['client_name']), String(body['client_id']));
        return body;
      });
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        const id = free.get(String(body['client_name']));
        const client = store.clients.get(String(body['client_id']));
        if (id === undefined || client === undefined) return body;
        free.delete(client.client_name);
        store.removeClient(client.client_id, false);
        store.putClient({ ...client, client_id: id });
        return { ...body, client_id: id };
      });
    },
  },
  {
    id: 'client-ids-of-names',
    description: 'The id of a client is made of its name, so that one replaces another.',
    trips: ['client.id.unique', 'client.id.never-reused'],
    operations: registerOperation,
    install: (behaviour) => {
      const record = behaviour.recordInput;
      let name = '';
      behaviour.recordInput = (input) => {
        name = input.client_name;
        return record(input);
      };
      behaviour.newClientId = () => `client-${Buffer.from(name).toString('hex').slice(0, 2)}`;
    },
  },
  {
    id: 'client-ids-in-latin-1',
    description: 'Client ids hold characters that are not printable ASCII.',
    trips: ['client.id.visible'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientId = () => `${randomText(16)}\u00e9`;
    },
  },
  {
    id: 'generated-ids-in-latin-1',
    description: 'The ids of generated clients hold characters that are not printable ASCII; others do not.',
    trips: ['client.id.visible'],
    operations: generateOperation,
    install: (behaviour) => {
      onSuccess(behaviour, generateOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client === undefined) return body;
        const id = `${client.client_id}\u00e9`;
        store.removeClient(client.client_id, true);
        store.putClient({ ...client, client_id: id });
        return { ...body, client_id: id };
      });
    },
  },
  {
    id: 'caller-chooses-id',
    description: 'A client_id in the body of a registration is taken.',
    trips: ['client.identifiers.assigned'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, call, { store }) => {
        const { client_id: chosen } = bodyMembers(call);
        const client = store.clients.get(String(body['client_id']));
        if (typeof chosen !== 'string' || client === undefined) return body;
        store.putClient({ ...client, client_id: chosen });
        return { ...body, client_id: chosen };
      });
    },
  },
  {
    id: 'client-secrets-sequential',
    description: 'Client secrets are numbers in sequence.',
    trips: ['client.secret.unguessable'],
    operations: registerOperation,
    install: (behaviour) => {
      let count = 0;
      behaviour.newClientSecret = () => `secret-${String(++count).padStart(24, '0')}`;
    },
  },
  {
    id: 'client-secrets-short',
    description: 'Client secrets have 24 random bits.',
    trips: ['client.secret.unguessable'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientSecret = () => randomText(3);
    },
  },
  {
    id: 'registered-secrets-short',
    description: 'Secrets of registered clients have 48 bits; those of generated ones are good.',
    trips: ['client.secret.unguessable'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        const client = store.clients.get(String(body['client_id']));
        if (client === undefined) return body;
        const secret = randomText(6);
        store.putClient({ ...client, client_secret: secret });
        return { ...body, client_secret: secret };
      });
    },
  },
  {
    id: 'updated-secrets-short',
    description: 'The secret that an update gives has 24 bits; that of a registration is good.',
    trips: ['client.secret.unguessable'],
    operations: updateOperation,
    install: (behaviour) => {
      giveUpdatedSecret(behaviour, () => randomText(3));
    },
  },
  {
    id: 'client-secrets-constant',
    description: 'All clients have the same secret.',
    trips: ['client.secret.unique'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientSecret = () => 'cf136dc3c1fc93f31185e5885805d';
    },
  },
  {
    id: 'generated-clients-shared',
    description: 'Every generated token belongs to the same client.',
    trips: ['client.secret.unique', 'client.id.new'],
    operations: generateOperation,
    install: (behaviour) => {
      let first: { readonly id: unknown; readonly secret: unknown } | null = null;
      onSuccess(behaviour, generateOperation, (body) => {
        first ??= { id: body['client_id'], secret: body['client_secret'] };
        return { ...body, client_id: first.id, client_secret: first.secret };
      });
    },
  },
  {
    id: 'client-secrets-in-latin-1',
    description: 'Client secrets hold characters that are not printable ASCII.',
    trips: ['client.secret.visible'],
    operations: registerOperation,
    install: (behaviour) => {
      behaviour.newClientSecret = () => `${randomText(24)}\u00e9`;
    },
  },
  {
    id: 'updated-secrets-in-latin-1',
    description: 'The secret that an update gives holds characters that are not printable ASCII.',
    trips: ['client.secret.visible'],
    operations: updateOperation,
    install: (behaviour) => {
      giveUpdatedSecret(behaviour, () => `${randomText(24)}\u00e9`);
    },
  },
  {
    id: 'generated-token-of-known-name',
    description: 'A token is generated once for a name, and answered again for the same name.',
    trips: ['client.id.new'],
    operations: generateOperation,
    install: (behaviour) => {
      const answers = new Map<string, JsonObject>();
      onSuccess(behaviour, generateOperation, (body, _call, { store }) => {
        const id = String(body['client_id']);
        const name = store.clients.get(id)?.client_name ?? '';
        const known = answers.get(name);
        if (known === undefined) {
          answers.set(name, body);
          return body;
        }
        store.removeClient(id, false);
        return known;
      });
    },
  },
  {
    id: 'registration-of-known-name',
    description: 'A registration under a name that is there is answered with the client of that name.',
    trips: ['client.id.new', 'client.id.unique'],
    operations: registerOperation,
    install: (behaviour) => {
      onSuccess(behaviour, registerOperation, (body, _call, { store }) => {
        const known = [...store.clients.values()].find(
          ({ client_name }) => client_name === body['client_name'],
        );
        if (known === undefined || known.client_id === body['client_id']) return body;
        store.removeClient(String(body['client_id']), false);
        return { ...known };
      });
    },
  },
];

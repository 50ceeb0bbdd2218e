import { bodyMembers } from '../wrap/read-call.ts';
import { mapMembers, withoutMembers } from '../wrap/change-answer.ts';
import { onCall, onJson } from '../wrap/change-call.ts';
import { listOperation, readOperation } from '../wrap/concern.ts';
import { refuseWhen } from '../wrap/refuse-call.ts';
import type { Fault } from './fault.ts';

const int32Maximum = 2 ** 31 - 1;

const integers = ['length', 'offset'];

/** Faults in which list requests, lifetimes and client ids are accepted. */
export const requestListFaults: readonly Fault[] = [
  {
    id: 'empty-list-request-refused',
    description: 'A list request without any member is refused.',
    trips: ['request.valid.accepted'],
    operations: listOperation,
    install: (behaviour) => {
      refuseWhen(behaviour, listOperation, (call) => Object.keys(bodyMembers(call)).length === 0);
    },
  },
  {
    id: 'offset-beyond-end-refused',
    description: 'An offset beyond the last client is refused.',
    trips: ['request.valid.accepted'],
    operations: listOperation,
    install: (behaviour) => {
      refuseWhen(
        behaviour,
        listOperation,
        (call, { store }) => Number(bodyMembers(call)['offset'] ?? 0) > store.clients.size,
      );
    },
  },
  {
    id: 'client-ids-as-patterns',
    description: 'A client is read by a pattern of its id.',
    trips: ['request.invalid.refused', 'client.unknown.not-found'],
    operations: readOperation,
    install: (behaviour) => {
      onCall(behaviour, readOperation, (call, { store }) => {
        const [id] = store.clients.keys();
        return id !== undefined && call.clientId === '%25' ? { ...call, clientId: id } : call;
      });
    },
  },
  {
    id: 'client-ids-in-any-case',
    description: 'A client is read by its id in any case.',
    trips: ['request.invalid.refused', 'client.unknown.not-found'],
    operations: readOperation,
    install: (behaviour) => {
      onCall(behaviour, readOperation, (call, { store }) => {
        const id = [...store.clients.keys()].find(
          (known) => known.toLowerCase() === call.clientId.toLowerCase(),
        );
        return id === undefined ? call : { ...call, clientId: id };
      });
    },
  },
  {
    id: 'client-ids-trimmed',
    description: 'A client is read by its id and a blank.',
    trips: ['request.invalid.refused', 'client.unknown.not-found'],
    operations: readOperation,
    install: (behaviour) => {
      onCall(behaviour, readOperation, (call) => ({
        ...call,
        clientId: call.clientId.replace(/(?<!%20)(?:%20)+$/, ''),
      }));
    },
  },
  {
    id: 'empty-body-as-object',
    description: 'An empty body is taken as an empty object.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onCall(behaviour, listOperation, (call) =>
        call.body.length === 0
          ? {
              ...call,
              headers: { ...call.headers, 'content-type': 'application/json' },
              body: Buffer.from('{}'),
            }
          : call,
      );
    },
  },
  {
    id: 'filter-type-unchecked',
    description: 'A filter or sort attribute that is no string is ignored.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          (name === 'filter' || name === 'sort_attribute') && typeof value !== 'string' ? '' : value,
        ),
      );
    },
  },
  {
    id: 'int32-unchecked',
    description: 'A length or offset beyond 32 bits is accepted.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value) =>
          typeof value === 'number' && value > int32Maximum ? int32Maximum : value,
        ),
      );
    },
  },
  {
    id: 'kind-unchecked',
    description: 'A list request of another kind is answered.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) => withoutMembers(members, 'kind'));
    },
  },
  {
    id: 'length-as-text-accepted',
    description: 'Digits in a string count as an integer.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          integers.includes(name) && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
        ),
      );
    },
  },
  {
    id: 'length-zero-accepted',
    description: 'A length of 0 is taken as no length.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) => (name === 'length' && value === 0 ? 1 : value)),
      );
    },
  },
  {
    id: 'negative-length-accepted',
    description: 'A negative length is taken as unlimited.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) => (name === 'length' && Number(value) < 0 ? 500 : value)),
      );
    },
  },
  {
    id: 'negative-offset-accepted',
    description: 'A negative offset is taken as 0.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) => (name === 'offset' && Number(value) < 0 ? 0 : value)),
      );
    },
  },
  {
    id: 'null-as-absent',
    description: 'Null is taken as absent.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)),
      );
    },
  },
  {
    id: 'sort-order-unchecked',
    description: 'A sort order outside the two words is ignored.',
    trips: ['request.invalid.refused'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'sort_order' && value !== 'DESCENDING' ? 'ASCENDING' : value,
        ),
      );
    },
  },
];

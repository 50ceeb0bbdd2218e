import { isJsonObject } from '../../../spec/json-object.ts';
import { arrayOrEmpty, objectOrEmpty } from '../../../spec/json-object.ts';
import { Refusal } from '../refusal.ts';
import { mapMembers, onEntities, onSuccess, withoutMembers } from '../wrap/change-answer.ts';
import { onJson } from '../wrap/change-call.ts';
import { deleteOperation, listingOperations, listOperation, registerOperation } from '../wrap/concern.ts';
import { registrations } from '../wrap/remember-clients.ts';
import type { Fault } from './fault.ts';

export const listFaults: readonly Fault[] = [
  {
    id: 'list-length-as-offset',
    description: 'The length and the offset of a list are taken for each other.',
    trips: ['list.length.honoured'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        typeof members['offset'] === 'number' &&
        members['offset'] > 0 &&
        typeof members['length'] === 'number'
          ? { ...members, offset: members['length'], length: members['offset'] }
          : members,
      );
    },
  },
  {
    id: 'list-length-ignored',
    description: 'A list has all clients, whatever length is asked for.',
    trips: ['list.length.honoured'],
    operations: listOperation,
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body, _call, { store }) => ({
        ...body,
        entities: [...store.clients.values()],
      }));
    },
  },
  {
    id: 'list-length-off-by-one',
    description: 'A list has one client more than asked for.',
    trips: ['list.length.honoured'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'length' && typeof value === 'number' && value > 0 ? value + 1 : value,
        ),
      );
    },
  },
  {
    id: 'list-offset-wraps',
    description: 'A page beyond the end is the first one.',
    trips: ['list.offset.honoured'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'offset' && typeof value === 'number' && value > 1_000_000 ? 0 : value,
        ),
      );
    },
  },
  {
    id: 'list-filter-ignored',
    description: 'A filter does not filter.',
    trips: ['list.filter.honoured'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) => withoutMembers(members, 'filter'));
    },
  },
  {
    id: 'list-length-overstated',
    description: 'The length of a page is said to be one more than it is.',
    trips: ['list.metadata.consistent'],
    operations: listOperation,
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body) => ({
        ...body,
        metadata: { ...objectOrEmpty(body['metadata']), length: arrayOrEmpty(body['entities']).length + 1 },
      }));
    },
  },
  {
    id: 'list-total-of-page',
    description: 'The number of all matches is that of the page.',
    trips: ['list.metadata.consistent'],
    operations: listOperation,
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body) => ({
        ...body,
        metadata: {
          ...objectOrEmpty(body['metadata']),
          total_matches: arrayOrEmpty(body['entities']).length,
        },
      }));
    },
  },
  {
    id: 'list-keeps-deleted',
    description: 'A deleted client stays in lists.',
    trips: ['list.deleted.absent'],
    operations: listOperation,
    install: (behaviour) => {
      const deleted: unknown[] = [];
      onSuccess(behaviour, deleteOperation, (body) => {
        deleted.unshift(body);
        deleted.length = Math.min(deleted.length, 50);
        return body;
      });
      onSuccess(behaviour, listOperation, (body) => {
        const entities = [body['entities']].flat(1);
        return {
          ...body,
          entities: [...deleted, ...entities].slice(0, Math.max(entities.length, deleted.length)),
        };
      });
    },
  },
  {
    id: 'list-duplicates',
    description: 'The first client of a list comes twice.',
    trips: ['list.entities.unique'],
    operations: listOperation,
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body) => ({
        ...body,
        entities: [body['entities']]
          .flat(1)
          .flatMap((entity, index, all) =>
            index === 0 && all.length > 1 ? [entity, entity] : index === 1 ? [] : [entity],
          ),
      }));
    },
  },
  {
    id: 'list-cuts-descriptions',
    description: 'A list shows the first 255 characters of a description.',
    trips: ['list.entity.equals-read'],
    operations: listOperation,
    install: (behaviour) => {
      onEntities(behaviour, (entity) => ({
        ...entity,
        client_description: String(entity['client_description']).slice(0, 255),
      }));
    },
  },
  {
    id: 'list-escapes-html',
    description: 'Lists show texts as HTML.',
    trips: ['list.entity.equals-read'],
    operations: listOperation,
    install: (behaviour) => {
      onEntities(behaviour, (entity) => ({
        ...entity,
        client_description: String(entity['client_description'])
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;'),
      }));
    },
  },
  {
    id: 'list-shows-first-name',
    description: 'Lists show the name that a client was registered under.',
    trips: ['list.entity.equals-read'],
    operations: listOperation,
    install: (behaviour) => {
      const first = registrations(behaviour);
      onEntities(behaviour, (entity) => ({
        ...entity,
        client_name: (first.get(entity['client_id']) ?? entity)['client_name'],
      }));
    },
  },
  {
    id: 'list-shows-first-uris',
    description: 'A list shows the redirect URIs that a client was registered with.',
    trips: ['list.entity.equals-read'],
    operations: listingOperations,
    install: (behaviour) => {
      const first = registrations(behaviour);
      onEntities(behaviour, (entity) => ({
        ...entity,
        redirect_uris: (first.get(entity['client_id']) ?? entity)['redirect_uris'],
      }));
    },
  },
  {
    id: 'list-shows-other-secret',
    description: 'Secrets are masked in lists.',
    trips: ['list.entity.equals-read'],
    operations: listOperation,
    install: (behaviour) => {
      onEntities(behaviour, (entity) => ({ ...entity, client_secret: '********' }));
    },
  },
  {
    id: 'list-stale',
    description: 'Lists come from a copy that updates do not reach.',
    trips: ['list.entity.equals-read'],
    operations: listOperation,
    install: (behaviour) => {
      const first = registrations(behaviour);
      onEntities(behaviour, (entity) => first.get(entity['client_id']) ?? entity);
    },
  },
  {
    id: 'list-filter-operators-refused',
    description: 'A filter with another operator than == is refused.',
    trips: ['list.filter.accepted'],
    operations: listOperation,
    install: (behaviour) => {
      const read = behaviour.readFilter;
      behaviour.readFilter = (text) => {
        if (/=(?:lt|le|gt|ge)=|!=/.test(text))
          throw new Refusal(400, 'INVALID_ARGUMENT', 'The filter is not supported.');
        return read(text);
      };
    },
  },
  {
    id: 'list-filter-or-as-and',
    description: 'Of the alternatives of a filter all have to be met.',
    trips: ['list.filter.finds'],
    operations: listOperation,
    install: (behaviour) => {
      const read = behaviour.readFilter;
      behaviour.readFilter = (text) => read(text.replaceAll(',', ';'));
    },
  },
  {
    id: 'list-filter-strictness-lost',
    description: 'A filter takes less than for at most, and greater than for at least.',
    trips: ['list.filter.leaves-out'],
    operations: listOperation,
    install: (behaviour) => {
      const read = behaviour.readFilter;
      behaviour.readFilter = (text) => read(text.replaceAll('=lt=', '=le=').replaceAll('=gt=', '=ge='));
    },
  },
  {
    id: 'list-offset-ignored',
    description: 'Every page of a list is the first.',
    trips: ['list.offset.moves'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'offset' && typeof value === 'number' && value > 0 ? 0 : value,
        ),
      );
    },
  },
  {
    id: 'list-offset-in-pages',
    description: 'The offset counts pages instead of clients.',
    trips: ['list.offset.moves'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        typeof members['offset'] === 'number' && typeof members['length'] === 'number'
          ? { ...members, offset: Math.min(members['offset'] * members['length'], 2 ** 31 - 1) }
          : members,
      );
    },
  },
  {
    id: 'list-offset-off-by-one',
    description: 'A page starts one client too early.',
    trips: ['list.offset.moves'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'offset' && typeof value === 'number' && value > 0 ? value - 1 : value,
        ),
      );
    },
  },
  {
    id: 'list-offset-skips',
    description: 'A page starts one client too late.',
    trips: ['list.offset.moves'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'offset' && typeof value === 'number' && value > 0 ? value + 1 : value,
        ),
      );
    },
  },
  {
    id: 'list-sorted-upside-down',
    description: 'Both sort orders are exchanged.',
    trips: ['list.order.kept'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) => {
          if (name !== 'sort_order') return value;
          return value === 'DESCENDING' ? 'ASCENDING' : value === 'ASCENDING' ? 'DESCENDING' : value;
        }),
      );
    },
  },
  {
    id: 'list-sort-order-ignored',
    description: 'A list is always sorted upwards.',
    trips: ['list.order.reversed'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) =>
        mapMembers(members, (value, name) =>
          name === 'sort_order' && value === 'DESCENDING' ? 'ASCENDING' : value,
        ),
      );
    },
  },
  {
    id: 'list-unsorted',
    description: 'A list is not sorted.',
    trips: ['list.order.reversed'],
    operations: listOperation,
    install: (behaviour) => {
      onJson(behaviour, listOperation, (members) => withoutMembers(members, 'sort_attribute', 'sort_order'));
    },
  },
  {
    id: 'list-always-empty',
    description: 'No client is ever listed.',
    trips: ['list.registered.present', 'list.filter.finds'],
    operations: listOperation,
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body) => ({ ...body, entities: [] }));
    },
  },
  {
    id: 'list-joins-scopes',
    description: 'A list leaves out the clients that have no scopes.',
    trips: ['list.registered.present'],
    operations: listOperation,
    install: (behaviour) => {
      onEntities(behaviour, (entity) => ([entity['default_scopes']].flat().length > 0 ? entity : []));
    },
  },
  {
    id: 'list-lacks-newest',
    description:
      'Lists, and their totals, lack the clients of the last second, as an index that lags behind does.',
    trips: ['list.registered.present'],
    operations: listOperation,
    install: (behaviour) => {
      const registered = new Map<string, number>();
      onSuccess(behaviour, registerOperation, (body) => {
        registered.set(String(body['client_id']), Date.now());
        return body;
      });
      onSuccess(behaviour, listOperation, (body) => {
        const entities = [body['entities']]
          .flat(1)
          .filter(
            (entity: unknown) =>
              isJsonObject(entity) && Date.now() - (registered.get(String(entity['client_id'])) ?? 0) > 1000,
          );
        return { entities, metadata: { kind: 'oauth_client', total_matches: entities.length } };
      });
    },
  },
];

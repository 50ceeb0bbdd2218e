import { arrayOrEmpty, objectOrEmpty } from '../../../spec/json-object.ts';
import { parseFilter } from '../parse-filter.ts';
import { Refusal } from '../refusal.ts';
import { bodyMembers } from '../wrap/read-call.ts';
import { onAnswer, onSuccess } from '../wrap/change-answer.ts';
import { onCall } from '../wrap/change-call.ts';
import { listOperation } from '../wrap/concern.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to list clients. */
export const listVariants: readonly Variant[] = [
  {
    id: 'lists-capped-at-20',
    description: 'A page has 20 clients at most.',
    install: (behaviour) => {
      behaviour.longestPage = 20;
    },
  },
  {
    id: 'lists-capped-at-500',
    description: 'A page has 500 clients at most.',
    install: (behaviour) => {
      behaviour.longestPage = 500;
    },
  },
  {
    id: 'lists-newest-first',
    description: 'A list that nobody asked to be sorted has the newest clients first.',
    install: (behaviour) => {
      onCall(behaviour, listOperation, (call, { store }) => {
        const newestFirst = [...store.clients].reverse();
        store.clients.clear();
        for (const [id, client] of newestFirst) store.clients.set(id, client);
        return call;
      });
      onAnswer(behaviour, listOperation, (answer, _call, { store }) => {
        const oldestFirst = [...store.clients].reverse();
        store.clients.clear();
        for (const [id, client] of oldestFirst) store.clients.set(id, client);
        return answer;
      });
    },
  },
  {
    id: 'long-pages-refused',
    description: 'A page of more than 500 clients is refused, as by the limit of older descriptions.',
    install: (behaviour) => {
      behaviour.preconditions.push((call) => {
        if (call.operation === 'oauth_client_list_post' && Number(bodyMembers(call)['length'] ?? 0) > 500)
          throw new Refusal(422, 'INVALID_ARGUMENT', 'A page has 500 clients at the most.');
      });
    },
  },
  {
    id: 'metadata-minimal',
    description: 'The metadata of a list is its kind.',
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body) => ({ ...body, metadata: { kind: 'oauth_client' } }));
    },
  },
  {
    id: 'odd-filters-ignored',
    description: 'A filter that is not FIQL is ignored.',
    install: (behaviour) => {
      behaviour.readFilter = (text) => {
        try {
          return parseFilter(text);
        } catch (error) {
          if (error instanceof Refusal) return () => true;
          throw error;
        }
      };
    },
  },
  {
    id: 'total-matches',
    description:
      'The metadata of a list is that of real v3 lists, with total_matches and the length of the page.',
    install: (behaviour) => {
      onSuccess(behaviour, listOperation, (body, _call, { store }) => {
        const { kind, offset } = objectOrEmpty(body['metadata']);
        const length = arrayOrEmpty(body['entities']).length;
        return { ...body, metadata: { kind, offset, length, total_matches: store.clients.size } };
      });
    },
  },
];

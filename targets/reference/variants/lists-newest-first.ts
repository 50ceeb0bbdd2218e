import { onAnswer } from '../wrap/on-answer.ts';
import { onCall } from '../wrap/on-call.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list that nobody asked to be sorted has the newest clients first. */
export const variant: Variant = {
  id: 'lists-newest-first',
  description: 'A list that nobody asked to be sorted has the newest clients first.',
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const newestFirst = [...store.clients].reverse();
      store.clients.clear();
      for (const [id, client] of newestFirst) store.clients.set(id, client);
      return call;
    });
    onAnswer(behaviour, operations, (answer, _call, { store }) => {
      const oldestFirst = [...store.clients].reverse();
      store.clients.clear();
      for (const [id, client] of oldestFirst) store.clients.set(id, client);
      return answer;
    });
  },
};

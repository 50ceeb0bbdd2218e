import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { accepts, sessionRule, stepViolation } from '../make/session-rule.ts';
import { jsonObjectOf } from '../read/json.ts';
import { mainRequestBody } from '../read/request.ts';
import { show } from '../read/show.ts';
import type { Answered, AnswerRule } from '../rule.ts';
import { isWholeList, listedClients, positionOf } from './listed-clients.ts';

const equality = /^(client_name|client_id)==([\w-]+)$/;

/**
 * Only filters for one exact value are judged, and only if the target accepts the filter. The target chooses which
 * attributes can be filtered, and should refuse a filter on any other.
 */
export const filterHonoured: AnswerRule = {
  on: 'answer',
  id: 'list.filter.honoured',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'oauth_client_list_metadata' },
  claim: 'lists only clients that pass the filter which it took',
  operations: ['oauth_client_list_post'],
  appliesTo: (answered) => answered.response.status === 200 && filterOf(answered) !== null,
  judge: (answered) => {
    const filter = filterOf(answered);
    if (filter === null) return [];
    return arrayOrEmpty(jsonObjectOf(answered.response)?.['entities']).flatMap((entity, index) => {
      const value = isJsonObject(entity) ? entity[filter.name] : undefined;
      return value === undefined || value === filter.value
        ? []
        : [{ at: `/entities/${index}/${filter.name}`, expected: filter.value, actual: show(value) }];
    });
  },
};

function filterOf(answered: Answered): { readonly name: string; readonly value: string } | null {
  const filter = mainRequestBody(answered.case)?.['filter'];
  const [, name, value] = typeof filter === 'string' ? (equality.exec(filter) ?? []) : [];
  return name === undefined || value === undefined ? null : { name, value };
}

/**
 * For a single comparison with `==` this is a MUST, and the cases of the operation judge it. A target may lack the rest
 * of FIQL.
 */
export const listFilterAccepted = sessionRule({
  id: 'list.filter.accepted',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'takes every operator of FIQL in a filter by name',
  families: ['list.filtered.'],
  when: (attempt) => attempt.slots.has('client.id'),
  judgement: accepts('main'),
});

/** The target chooses what can be filtered. Judged only if it accepted the filter and the page is the whole list. */
export const listFilterFinds = sessionRule({
  id: 'list.filter.finds',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists the client that passes a filter by its name',
  families: ['list.filtered.finds.'],
  judgement: {
    appliesTo: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list !== null && isWholeList(list) && attempt.slots.has('client.id');
    },
    judge: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list !== null && positionOf(attempt, list, 'client.id') === -1
        ? [stepViolation('main', 'the client', 'absent', '/entities')]
        : [];
    },
  },
});

/** The target chooses what can be filtered. Judged only if it accepted the filter. */
export const listFilterLeavesOut = sessionRule({
  id: 'list.filter.leaves-out',
  level: 'SHOULD',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'OauthClientListMetadata' },
  claim: 'lists no client that does not pass a filter by its name',
  families: ['list.filtered.leaves-out.'],
  judgement: {
    appliesTo: (attempt) => listedClients(attempt, 'main') !== null && attempt.slots.has('client.id'),
    judge: (attempt) => {
      const list = listedClients(attempt, 'main');
      return list === null || positionOf(attempt, list, 'client.id') === -1
        ? []
        : [stepViolation('main', 'absent', 'the client', '/entities')];
    },
  },
});

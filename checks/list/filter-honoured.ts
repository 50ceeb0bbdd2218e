import type { AnswerRule, Answered } from '../rule.ts';
import { arrayOrEmpty, isJsonObject } from '../../spec/json-object.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { mainRequestBody } from '../read/request-body.ts';
import { show } from '../read/show.ts';

const equality = /^(client_name|client_id)==([\w-]+)$/;

/**
 * Only filters that ask for one value without wildcards are judged, and only where the target takes them: which
 * attributes can be filtered by is its choice, to refuse one it cannot filter by would tell.
 */
export const filterHonoured: AnswerRule = {
  on: 'answer',
  id: 'list.filter.honoured',
  level: 'SHOULD',
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

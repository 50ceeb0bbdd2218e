import { filterHonoured } from '../../../checks/list/filter.ts';
import { metadataConsistent, offsetHonoured } from '../../../checks/list/rules.ts';
import type { JsonValue } from '../../../spec/json-schema.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { client, refusal } from '../samples.ts';

const listed = (filter: JsonValue, ...names: readonly unknown[]): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  json: { filter },
  answer: { status: 200, body: { entities: names.map((client_name) => ({ client_name })) } },
});

describeRule(filterHonoured, {
  passes: {
    'clients of the name': listed('client_name==one', 'one', 'one'),
    'no clients': listed('client_name==one'),
    'a client without the member, which violates the schema': listed('client_id==one', 'one'),
  },
  violates: {
    'a client of another name': [listed('client_name==one', 'one', 'two'), '/entities/1/client_name'],
    'a name of another type': [listed('client_name==one', 1), '/entities/0/client_name'],
  },
  passesOver: {
    'a filter with wildcards': listed('client_name==o*', 'two'),
    'another comparison': listed('client_name!=one', 'one'),
    'a filter that is no text': listed(7, 'one'),
    'a filter that cannot be made a text': listed({ toString: null }, 'one'),
    'a filter of two': listed('client_name==one;client_id==x', 'two'),
    'a refusal': {
      operation: 'oauth_client_list_post',
      json: { filter: 'client_name==one' },
      answer: refusal(400),
    },
  },
});

const listedWith = (
  asked: Readonly<Record<string, number>>,
  count: number,
  metadata: unknown,
): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  json: asked,
  answer: { status: 200, body: { entities: Array.from({ length: count }, () => client), metadata } },
});

describeRule(metadataConsistent, {
  passes: {
    'nothing but the kind': listedWith({}, 3, { kind: 'oauth_client' }),
    'the length of the page, and all': listedWith({ length: 2, offset: 1 }, 2, {
      length: 2,
      offset: 1,
      total_matches: 3,
    }),
    'the length that was asked for': listedWith({ length: 50 }, 3, { length: 50 }),
    'a length of its own where none was asked for': listedWith({}, 3, { length: 20, offset: 0 }),
    'a page beyond the end': listedWith({ offset: 99 }, 0, { offset: 3, length: 0, total_matches: 3 }),
    'a mistyped member, which violates the schema': listedWith({}, 1, { total_matches: '0' }),
  },
  violates: {
    'fewer in all than there are': [listedWith({}, 3, { total_matches: 0 }), '/metadata/total_matches'],
    'those of the page as all': [
      listedWith({ length: 2, offset: 1 }, 2, { total_matches: 2 }),
      '/metadata/total_matches',
    ],
    'a shorter page': [listedWith({}, 3, { length: 2 }), '/metadata/length'],
    'a longer page than was asked for': [listedWith({ length: 2 }, 2, { length: 3 }), '/metadata/length'],
    'another offset': [listedWith({ offset: 1 }, 1, { offset: 0 }), '/metadata/offset'],
  },
  passesOver: {
    'a refusal': { ...listed({}, 0, {}), answer: refusal(400) },
    'no metadata': listedWith({}, 1, undefined),
    'a broken request': { ...listed({}, 1, {}), expectation: 'refuse', brokenAt: '/length' },
  },
});

const listedFrom = (offset: JsonValue, ...entities: readonly unknown[]): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  json: { offset },
  answer: { status: 200, body: { entities, metadata: {} } },
});

describeRule(offsetHonoured, {
  passes: { 'nobody beyond the end': listedFrom(2_147_483_647) },
  violates: { 'a client beyond the end': [listedFrom(2_147_483_647, client), '/entities'] },
  passesOver: {
    'an offset that may be within the list': listedFrom(7, client),
    'no offset': { ...listed(0, client), json: {} },
    'a refusal': { ...listed(2_147_483_647), answer: refusal(400) },
  },
});

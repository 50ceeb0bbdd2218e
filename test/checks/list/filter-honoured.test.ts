import { filterHonoured } from '../../../checks/list/rules.ts';
import type { JsonValue } from '../../../spec/json-schema.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { refusal } from '../samples.ts';

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

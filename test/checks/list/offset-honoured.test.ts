import { offsetHonoured } from '../../../checks/list/rules.ts';
import type { JsonValue } from '../../../spec/json-schema.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { client, refusal } from '../samples.ts';

const listed = (offset: JsonValue, ...entities: readonly unknown[]): PlainAttempt => ({
  operation: 'oauth_client_list_post',
  json: { offset },
  answer: { status: 200, body: { entities, metadata: {} } },
});

describeRule(offsetHonoured, {
  passes: { 'nobody beyond the end': listed(2_147_483_647) },
  violates: { 'a client beyond the end': [listed(2_147_483_647, client), '/entities'] },
  passesOver: {
    'an offset that may be within the list': listed(7, client),
    'no offset': { ...listed(0, client), json: {} },
    'a refusal': { ...listed(2_147_483_647), answer: refusal(400) },
  },
});

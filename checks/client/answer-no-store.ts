import type { HttpResponse } from '../../driver/exchange.ts';
import { arrayOrEmpty } from '../../spec/json-object.ts';
import type { AnswerRule } from '../rule.ts';
import { hasNoStore } from '../read/has-no-store.ts';
import { headerValues } from '../read/header-values.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { clientOperations } from '../read/operation-groups.ts';
import { show } from '../read/show.ts';

/** Only the example of the standard has it, hence a SHOULD. */
export const clientAnswerNoStore: AnswerRule = {
  on: 'answer',
  id: 'client.answer.no-store',
  level: 'SHOULD',
  source: { document: 'RFC 7591', section: '3.2.1' },
  claim: 'forbids caches to store an answer with a client secret',
  operations: clientOperations,
  appliesTo: ({ response }) => response.status === 200 && hasSecret(response),
  judge: ({ response }) =>
    hasNoStore(response)
      ? []
      : [
          {
            at: 'header Cache-Control',
            expected: 'no-store',
            actual: show(headerValues(response, 'cache-control').join(', ') || undefined),
          },
        ],
};

function hasSecret(response: HttpResponse): boolean {
  const body = jsonObjectOf(response);
  return body !== null && (Object.hasOwn(body, 'client_secret') || arrayOrEmpty(body['entities']).length > 0);
}

import type { AnswerRule } from '../rule.ts';
import { hasNoStore } from '../read/has-no-store.ts';
import { headerValues } from '../read/header-values.ts';
import { tokenOperations } from '../read/operation-groups.ts';
import { show } from '../read/show.ts';

/** `no-cache` and `private` let a cache keep the token. */
export const tokenAnswerNoStore: AnswerRule = {
  on: 'answer',
  id: 'token.answer.no-store',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'forbids caches to store an answer with tokens',
  operations: tokenOperations,
  appliesTo: ({ case: { aspect }, response }) => response.status === 200 && aspect !== 'method',
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

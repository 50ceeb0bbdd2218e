import type { AnswerRule } from '../rule.ts';
import { quoteWhole } from '../../spec/quotation.ts';
import { findInternals } from '../read/find-internals.ts';
import { requestText } from '../read/request-text.ts';

/** What the request itself contained may be quoted back. */
export const leakInternals: AnswerRule = {
  on: 'answer',
  id: 'error.leak.internals',
  level: 'MUST',
  source: { document: 'project', section: 'error messages' },
  claim: 'keeps stack traces, source paths and SQL out of its errors',
  operations: 'all',
  appliesTo: ({ response }) => response.status >= 400 && response.body.length > 0 && response.text !== null,
  judge: ({ response, exchange }) => {
    const found = findInternals(response.text ?? '');
    if (found.length === 0) return [];
    const sent = requestText(exchange.request);
    return found
      .filter(({ text }) => !sent.includes(text))
      .map(({ what, source, index }) => ({
        ...{ at: '', expected: `no ${what}` },
        actual: quoteWhole(source, index),
      }));
  },
};

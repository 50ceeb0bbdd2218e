import type { HttpResponse } from '../../driver/exchange.ts';
import type { AnswerRule } from '../rule.ts';
import { hasByteOrderMark } from '../read/has-byte-order-mark.ts';
import { mediaTypeOf } from '../read/media-type-of.ts';

/** Not judged on a body that the driver cut, perhaps in the middle of a character. */
export const jsonUtf8: AnswerRule = {
  on: 'answer',
  id: 'response.json.utf-8',
  level: 'MUST',
  source: { document: 'RFC 8259', section: '8.1' },
  claim: 'writes JSON in UTF-8 without a byte order mark',
  operations: 'all',
  appliesTo: ({ response }) =>
    response.body.length > 0 && !response.isCut && mediaTypeOf(response) === 'application/json',
  judge: ({ response }) => {
    const actual = otherEncoding(response);
    return actual === null ? [] : [{ at: '', expected: 'UTF-8 without a byte order mark', actual }];
  },
};

function otherEncoding(response: HttpResponse): string | null {
  if (response.text === null) return 'bytes that are not UTF-8';
  return hasByteOrderMark(response) ? 'a byte order mark' : null;
}

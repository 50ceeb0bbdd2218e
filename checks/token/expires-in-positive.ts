import type { AnswerRule } from '../rule.ts';
import { tokenOperations } from '../read/operation-groups.ts';
import { mainRequestBody } from '../read/request-body.ts';
import { show } from '../read/show.ts';
import { tokenOf } from '../read/token-of.ts';

/** A year: what is over it has been given in milliseconds, or is no limit. */
const longestSeconds = 31_536_000;

/** Where the request asked for a lifetime the target may grant as long a one, but none that has ended before it began. */
export const expiresInPositive: AnswerRule = {
  on: 'answer',
  id: 'token.expires-in.positive',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'issues tokens with a lifetime above zero and up to a year',
  operations: tokenOperations,
  appliesTo: (answered) => typeof tokenOf(answered)?.value['expires_in'] === 'number',
  judge: (answered) => {
    const token = tokenOf(answered);
    const seconds = token?.value['expires_in'];
    const isAsked = mainRequestBody(answered.case)?.['expires_in'] !== undefined;
    return typeof seconds === 'number' && seconds > 0 && (isAsked || seconds <= longestSeconds)
      ? []
      : [
          {
            at: `${token?.at ?? ''}/expires_in`,
            expected: `1 to ${longestSeconds} seconds`,
            actual: show(seconds),
          },
        ];
  },
};

import type { Answered, AnswerRule } from '../rule.ts';
import { isGrant, redirectOf } from '../read/authorization.ts';
import { formValues } from '../read/form-value.ts';
import { isErrorRedirect } from '../read/is-error-redirect.ts';
import { addedValues } from '../read/redirect.ts';
import { show } from '../read/show.ts';

/**
 * With a code, and with an error as well (section 4.1.2.1): without it a client cannot tell which of its requests failed.
 * An empty state counts as none (section 3.1), so that it may come back or not.
 */
export const stateEchoed: AnswerRule = {
  on: 'answer',
  id: 'authorize.state.echoed',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'returns the state as it was sent, and none where none was',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) =>
    (isGrant(answered) || isError(answered)) && redirectOf(answered) !== null && states(answered).length < 2,
  judge: (answered) => {
    const redirect = redirectOf(answered);
    const [sent] = states(answered);
    const returned = redirect === null ? [] : addedValues(redirect, 'state');
    const isEchoed =
      returned.length === 0
        ? sent === undefined || sent === ''
        : returned.length === 1 && returned[0] === sent;
    return isEchoed
      ? []
      : [
          {
            at: 'header Location',
            expected: sent === undefined ? 'no state' : `the state ${show(sent)}`,
            actual: returned.length === 0 ? 'none' : returned.map(show).join(', '),
          },
        ];
  },
};

/** Odd text may have been changed before it was refused. */
function isError(answered: Answered): boolean {
  return answered.case.expectation !== 'clean' && isErrorRedirect(answered);
}

function states({ exchange }: Answered): readonly string[] {
  return formValues(exchange, 'state');
}

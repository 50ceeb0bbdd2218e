import type { Answered, AnswerRule } from '../rule.ts';
import { isErrorRedirect } from '../read/is-error-redirect.ts';
import { redirectOf } from '../read/authorization.ts';
import { addedValues } from '../read/redirect.ts';
import { show } from '../read/show.ts';

/** %x20-21 / %x23-5B / %x5D-7E: a client may put them into a page or a log as they are. */
const harmless = /^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/;

export const errorCharacters: AnswerRule = {
  on: 'answer',
  id: 'authorize.error.characters',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'tells the client of errors in one line of ASCII without quotes',
  operations: ['oauth_authorize_post'],
  appliesTo: isErrorRedirect,
  judge: (answered) =>
    ['error', 'error_description'].flatMap((name) =>
      errorTexts(answered, name)
        .filter((text) => !harmless.test(text))
        .map((text) => ({ at: 'header Location', expected: `a harmless ${name}`, actual: show(text) })),
    ),
};

function errorTexts(answered: Answered, name: string): readonly string[] {
  const redirect = redirectOf(answered);
  return redirect === null ? [] : addedValues(redirect, name);
}

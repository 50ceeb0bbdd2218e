import { isErrorRedirect, redirectOf } from '../read/authorization.ts';
import { addedValues, fragmentParameters } from '../read/redirect.ts';
import { show } from '../read/show.ts';
import type { Answered, AnswerRule, Rule, Violation } from '../rule.ts';

/** Repeated codes and states have their own rules. */
const errorParameters = ['error', 'error_description', 'error_uri'] as const;

export const errorParametersSingle: AnswerRule = {
  on: 'answer',
  id: 'authorize.error.single',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '3.1' },
  claim: 'tells an error, its description and its page once',
  operations: ['oauth_authorize_post'],
  appliesTo: (answered) => isErrorRedirect(answered) && redirectOf(answered) !== null,
  judge: (answered) =>
    errorParameters.flatMap((name): readonly Violation[] => {
      const { length } = errorTexts(answered, name);
      return length > 1 ? [{ at: 'header Location', expected: `one ${name}`, actual: String(length) }] : [];
    }),
};

/** %x20-21 / %x23-5B / %x5D-7E: a client may put these into a page or a log unescaped. */
const harmless = /^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/;

export const errorCharacters: AnswerRule = {
  on: 'answer',
  id: 'authorize.error.characters',
  level: 'MUST',
  mockLevel: 'OAuth',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 6749', section: '4.1.2.1' },
  claim: 'tells the client of errors in one line of ASCII without quotes',
  operations: ['oauth_authorize_post'],
  appliesTo: isErrorRedirect,
  judge: (answered) =>
    errorParameters.flatMap((name) =>
      errorTexts(answered, name)
        .filter((text) => !harmless.test(text) || (name === 'error_uri' && text.includes(' ')))
        .map((text) => ({ at: 'header Location', expected: `a harmless ${name}`, actual: show(text) })),
    ),
};

/** In the query or, where the implicit grant has its errors, in the fragment (section 4.2.2.1). */
function errorTexts(answered: Answered, name: string): readonly string[] {
  const redirect = redirectOf(answered);
  return redirect === null
    ? []
    : [...addedValues(redirect, name), ...fragmentParameters(redirect.fragment).getAll(name)];
}

export const authorizeErrorRules: readonly Rule[] = [errorParametersSingle, errorCharacters];

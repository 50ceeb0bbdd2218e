import { registeredUris } from '../read/authorization.ts';
import { headerValues } from '../read/headers.ts';
import { redirectOperations } from '../read/operations.ts';
import { formValues } from '../read/request.ts';
import { show } from '../read/show.ts';
import type { Answered, AnswerRule } from '../rule.ts';

/** The characters of a URI reference (RFC 3986 section 2), wherever they are. */
const uriCharacters = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})*$/i;
/** What the grammar has no place for: a character, or a percent sign without two hexadecimal digits. */
const notOfUri = /%(?![\da-f]{2})|[^\w.~:/?#[\]@!$&'()*+,;=%-]/iu;

/**
 * A sender must not make elements that do not match the grammar (section 2.2). A redirect URI that does not match it
 * itself has no right form.
 */
export const locationReference: AnswerRule = {
  on: 'answer',
  id: 'response.location.reference',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'RFC 9110', section: '10.2.2' },
  claim: 'redirects to a URI reference in which all else is percent-encoded',
  operations: redirectOperations,
  appliesTo: (answered) =>
    isRedirect(answered) &&
    [...formValues(answered.exchange, 'redirect_uri'), ...registeredUris(answered)].every((uri) =>
      uriCharacters.test(uri),
    ),
  judge: ({ response }) => {
    const [location = ''] = headerValues(response, 'location');
    const odd = notOfUri.exec(location)?.[0];
    return odd === undefined
      ? []
      : [{ at: 'header Location', expected: 'a URI reference', actual: `${show(odd)} in it` }];
  },
};

function isRedirect({ response }: Answered): boolean {
  return response.status >= 300 && response.status < 400 && headerValues(response, 'location').length === 1;
}

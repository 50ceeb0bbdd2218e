import type { HttpResponse } from '../../driver/exchange.ts';
import type { Answered, AnswerRule } from '../rule.ts';
import { privateSecrets } from '../read/private-secrets.ts';
import { holdsAny, writtenForms } from '../read/holds-secret.ts';

/** Also a secret that is wrong: it may be one character from the right one, and logs keep errors. */
export const leakSecret: AnswerRule = {
  on: 'answer',
  id: 'error.leak.secret',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.3' },
  claim: 'repeats no password, client secret, code or token in its errors',
  operations: 'all',
  appliesTo: ({ response }) => response.status >= 400,
  judge: (answered) => {
    const place = placeOfSecret(answered);
    return place === null ? [] : [{ at: place, expected: 'no secret', actual: 'a secret of the request' }];
  },
};

function placeOfSecret(answered: Answered): string | null {
  const { response, secrets } = answered;
  const found = secrets.filter((secret) => placeOf(response, secret) !== null);
  // Nearly every error repeats none: only then is it worth telling the private ones from the others.
  if (found.length === 0) return null;
  const secret = privateSecrets(answered).find((one) => found.includes(one));
  return secret === undefined ? null : placeOf(response, secret);
}

/** Where an answer holds a secret. A cookie is meant to hold one. */
function placeOf({ text, headers }: HttpResponse, secret: string): string | null {
  const forms = writtenForms(secret);
  if (text !== null && holdsAny(text, forms)) return '';
  for (const [name, lines] of headers) {
    if (name === 'set-cookie') continue;
    for (const line of lines) if (holdsAny(line, forms)) return `header ${name}`;
  }
  return null;
}

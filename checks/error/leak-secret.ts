import type { HttpResponse } from '../../driver/exchange.ts';
import type { Answered, AnswerRule } from '../rule.ts';
import { privateSecrets } from '../read/private-secrets.ts';

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
  const contains = (place: string): boolean => forms.some((form) => place.includes(form));
  if (text !== null && contains(text)) return '';
  for (const [name, values] of headers) {
    if (name !== 'set-cookie' && values.some(contains)) return `header ${name}`;
  }
  return null;
}

/** The last secret that was written: the password is looked for in every error. */
let lastWritten: { readonly secret: string; readonly forms: readonly string[] } = { secret: '', forms: [''] };

function writtenForms(secret: string): readonly string[] {
  // Most tokens read the same everywhere.
  if (/^[\w.~-]*$/.test(secret)) return [secret];
  if (lastWritten.secret !== secret) lastWritten = { secret, forms: formsOf(secret) };
  return lastWritten.forms;
}

/** As it is, in a URI and in JSON. */
function formsOf(secret: string): readonly string[] {
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  return [...new Set([secret, inUri, JSON.stringify(secret).slice(1, -1)])];
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

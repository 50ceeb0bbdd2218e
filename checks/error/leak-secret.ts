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
  const { response } = answered;
  const forms = privateSecrets(answered).flatMap(writtenForms);
  if (forms.length === 0) return null;
  const contains = (text: string): boolean => forms.some((form) => text.includes(form));
  if (response.text !== null && contains(response.text)) return '';
  return headerWith(response, contains);
}

/** A cookie is meant to hold a secret. */
function headerWith({ headers }: HttpResponse, contains: (text: string) => boolean): string | null {
  for (const [name, values] of headers) {
    if (name !== 'set-cookie' && values.some(contains)) return `header ${name}`;
  }
  return null;
}

/** As it is, in a URI and in JSON. */
function writtenForms(secret: string): readonly string[] {
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  return [...new Set([secret, inUri, JSON.stringify(secret).slice(1, -1)])];
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

import type { HttpResponse } from '../../driver/exchange.ts';
import { rememberEach } from '../../spec/remember.ts';
import { holdsAny, holdsSecret, privateSecrets, sentText, writtenForms } from '../read/secrets.ts';
import type { Answered, AnswerRule } from '../rule.ts';

/** What the two rules on secrets have in common. */
function secretRule(
  facts: Pick<AnswerRule, 'id' | 'level' | 'source' | 'claim'>,
  { isSent, actual }: { readonly isSent: boolean; readonly actual: string },
): AnswerRule {
  return {
    on: 'answer',
    mockLevel: 'shape',
    differenceClass: 'wrong shape',
    needs: [],
    ...facts,
    operations: 'all',
    appliesTo: ({ response }) => response.status >= 400,
    judge: (answered) => {
      const told = toldSecrets(answered).find((secret) => secret.isSent === isSent);
      return told === undefined ? [] : [{ at: told.place, expected: 'no secret', actual }];
    },
  };
}

/** The sender of a secret knows it. Whoever sends another one must not learn it from the error. */
export const leakSecret = secretRule(
  {
    id: 'error.leak.secret',
    level: 'MUST',
    source: { document: 'RFC 6749', section: '10.3' },
    claim: 'tells no password, client secret, code or token in its errors that was not sent',
  },
  { isSent: false, actual: 'a secret that was not sent' },
);

/** Even a wrong one: it may be one character away from the right one, and errors end up in logs. */
export const sentSecretNotRepeated = secretRule(
  {
    id: 'error.sent-secret.not-repeated',
    level: 'SHOULD',
    source: { document: 'project', section: 'secrets' },
    claim: 'repeats no password, client secret, code or token of the request in its errors',
  },
  { isSent: true, actual: 'a secret of the request' },
);

/** A private secret in an answer: where it is, and whether the request had it. */
interface ToldSecret {
  readonly place: string;
  readonly isSent: boolean;
}

/** Remembered, because two rules ask, and the search is the dearest part of judging an error. */
const toldSecrets = rememberEach((answered: Answered): readonly ToldSecret[] => {
  const { response, secrets, exchange } = answered;
  // Hardly any error repeats a secret, so the place is worked out only if all of the error together holds one.
  const all = textOf(response);
  if (!secrets.some((secret) => holdsSecret(all, secret))) return [];
  const found = new Map(secrets.map((secret) => [secret, placeOf(response, secret)]));
  const sent = sentText(exchange.request);
  return privateSecrets(answered).flatMap((secret) => {
    const place = found.get(secret) ?? null;
    return place === null ? [] : [{ place, isSent: sent.includes(secret) }];
  });
});

/** The texts in which `placeOf` searches, and some more, in one. */
function textOf({ text, headers }: HttpResponse): string {
  return [text ?? '', ...headers.values()].join('\n');
}

/** Where an answer contains a secret. Cookies are skipped, because they are meant to contain one. */
function placeOf({ text, headers }: HttpResponse, secret: string): string | null {
  const forms = writtenForms(secret);
  if (text !== null && holdsAny(text, forms)) return '';
  for (const [name, lines] of headers) {
    if (name === 'set-cookie') continue;
    for (const line of lines) if (holdsAny(line, forms)) return `header ${name}`;
  }
  return null;
}

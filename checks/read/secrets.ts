import { Buffer } from 'node:buffer';
import type { WireRequest } from '../../driver/exchange.ts';
import { rememberLast } from '../../spec/remember-last.ts';
import type { Attempt } from '../rule.ts';
import { requestText } from './request.ts';

/** Whether a text holds a secret in one of the ways in which an answer may write it: as it is, in a URI or in JSON. */
export function holdsSecret(text: string, secret: string): boolean {
  return holdsAny(text, writtenForms(secret));
}

/** The same with the forms that `writtenForms` gives, for a secret that is looked for in many texts. */
export function holdsAny(text: string, forms: readonly string[]): boolean {
  for (const form of forms) if (text.includes(form)) return true;
  const [secret = ''] = forms;
  return unescapedForms(text).some((one) => one.includes(secret));
}

/** Remembered, since many secrets are looked for in one text; none where nothing is escaped. */
const unescapedForms = rememberLast((text): readonly string[] =>
  escape.test(text) ? [text, text.replaceAll('+', ' ')].map(unescape) : [],
);

/** Libraries differ in which characters they escape, and in the case of the digits. */
const escape = /%[\da-f]{2}/i;

/** Undoes the escapes of a text that need not be a URI as a whole. */
function unescape(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** The ways in which an answer may write a secret, itself the first. */
export function writtenForms(secret: string): readonly string[] {
  // Most tokens read the same everywhere.
  return /^[\w.~-]*$/.test(secret) ? [secret] : formsOf(secret);
}

/** Remembered, since the password is looked for in every error. */
const formsOf = rememberLast((secret): readonly string[] => {
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  const inForm = inUri.replaceAll('%20', '+');
  return [...new Set([secret, inUri, inForm, JSON.stringify(secret).slice(1, -1)])];
});

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Shorter ones occur in answers by chance. */
const shortestSecret = 8;

/** One this long is no word, whatever its letters. */
const longestWord = 16;

/** Form members that are no secrets, whatever they hold. */
const publicMembers = [
  'client_id',
  'redirect_uri',
  'scope',
  'response_type',
  'grant_type',
  'confirm',
  'state',
];

const utf8 = new TextDecoder();

/**
 * The secrets of an attempt that an error cannot contain by chance or by right. Left out are plain words, such as a
 * password `password`; what the request has in a public place, too; and what first came with the answer itself: a
 * text under the name of a secret, as in `"client_secret": "is missing"`, is none.
 */
export function privateSecrets({ secrets, slots, exchange: { request } }: Attempt): readonly string[] {
  const candidates = secrets.filter(isTelling);
  if (candidates.length === 0) return candidates;
  const known = [requestText(request), ...basicCredentials(request), ...slots.values()].join('\n');
  const shown = publicText(request);
  return candidates.filter((secret) => known.includes(secret) && !shown.includes(secret));
}

function isTelling(secret: string): boolean {
  if (secret.length < shortestSecret) return false;
  return secret.length >= longestWord || !/^(?:\p{Lu}?\p{Ll}+|\p{Lu}+|\d+)$/u.test(secret);
}

function basicCredentials({ headers }: WireRequest): readonly string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'authorization')
    .map(([, value]) => Buffer.from(value.replace(/^basic\s+/i, ''), 'base64').toString());
}

function publicText({ path, body }: WireRequest): string {
  const [plainPath = ''] = path.split('?', 1);
  if (body === null) return plainPath;
  const text = utf8.decode(body);
  // JSON bodies have no secret of the target's in them.
  if (text.startsWith('{') || text.startsWith('[')) return `${plainPath}\n${text}`;
  const form = new URLSearchParams(text);
  return [plainPath, ...publicMembers.flatMap((name) => form.getAll(name))].join('\n');
}

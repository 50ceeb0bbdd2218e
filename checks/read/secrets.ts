import { Buffer } from 'node:buffer';
import type { WireRequest } from '../../driver/exchange.ts';
import { rememberLast } from '../../spec/remember.ts';
import type { Attempt } from '../rule.ts';
import { requestText } from './request.ts';

/** Whether a text contains a secret in any form that an answer may use: plain, URI-encoded or JSON-escaped. */
export function holdsSecret(text: string, secret: string): boolean {
  return holdsAny(text, writtenForms(secret));
}

/** Like `holdsSecret`, but takes the forms from `writtenForms`, for a secret that is searched for in many texts. */
export function holdsAny(text: string, forms: readonly string[]): boolean {
  for (const form of forms) if (text.includes(form)) return true;
  const [secret = ''] = forms;
  return unescapedForms(text).some((one) => one.includes(secret));
}

/** Remembered, because many secrets are searched for in one text. Empty if nothing is escaped. */
const unescapedForms = rememberLast((text): readonly string[] =>
  escape.test(text) ? [text, text.replaceAll('+', ' ')].map(unescape) : [],
);

/** Libraries differ in which characters they escape, and in the case of the hex digits. */
const escape = /%[\da-f]{2}/i;

/** Decodes the percent escapes of a text that need not be a URI. */
function unescape(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** The forms in which an answer may write a secret. The first is the secret itself. */
export function writtenForms(secret: string): readonly string[] {
  // Most tokens have the same form everywhere.
  return /^[\w.~-]*$/.test(secret) ? [secret] : formsOf(secret);
}

/** Remembered, because every error is searched for the password. */
const formsOf = rememberLast((secret): readonly string[] => {
  const inUri = isWellFormed(secret) ? encodeURIComponent(secret) : secret;
  const inForm = inUri.replaceAll('%20', '+');
  return [...new Set([secret, inUri, inForm, JSON.stringify(secret).slice(1, -1)])];
});

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Shorter secrets occur in answers by chance. */
export const shortestSecret = 8;

/** Longer texts are not words, whatever characters they consist of. */
const longestWord = 16;

/** Form members that are never secret, whatever they contain. */
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
 * The secrets of an attempt that an error cannot contain by chance or legitimately. Left out are plain words, such as
 * the password `password`; values that the request also has in a public place; and values that first appeared in the
 * answer itself, because a text under a secret's name, as in `"client_secret": "is missing"`, is not a secret.
 */
export function privateSecrets({ secrets, slots, exchange: { request } }: Attempt): readonly string[] {
  const candidates = secrets.filter(isTelling);
  if (candidates.length === 0) return candidates;
  const known = [sentText(request), ...slots.values()].join('\n');
  const shown = publicText(request);
  return candidates.filter((secret) => known.includes(secret) && !shown.includes(secret));
}

/** All text of a request, its Basic credentials decoded. */
export function sentText(request: WireRequest): string {
  return [requestText(request), ...basicCredentials(request)].join('\n');
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
  // JSON bodies contain no secret of the target.
  if (text.startsWith('{') || text.startsWith('[')) return `${plainPath}\n${text}`;
  const form = new URLSearchParams(text);
  return [plainPath, ...publicMembers.flatMap((name) => form.getAll(name))].join('\n');
}

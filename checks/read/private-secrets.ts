import type { Attempt } from '../rule.ts';

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
 * The secrets of an attempt that an error cannot contain by chance or by right: not those that are a plain word such
 * as a password `password`, and not those that the request has in a public place, too.
 */
export function privateSecrets({ secrets, exchange: { request } }: Attempt): readonly string[] {
  const candidates = secrets.filter(isTelling);
  if (candidates.length === 0) return candidates;
  const shown = publicText(request.path, request.body);
  return candidates.filter((secret) => !shown.includes(secret));
}

function isTelling(secret: string): boolean {
  if (secret.length < shortestSecret) return false;
  return secret.length >= longestWord || !/^(?:\p{Lu}?\p{Ll}+|\p{Lu}+|\d+)$/u.test(secret);
}

function publicText(path: string, body: Uint8Array | null): string {
  const [plainPath = ''] = path.split('?', 1);
  if (body === null) return plainPath;
  const text = utf8.decode(body);
  // JSON bodies have no secret of the target's in them.
  if (text.startsWith('{') || text.startsWith('[')) return `${plainPath}\n${text}`;
  const form = new URLSearchParams(text);
  return [plainPath, ...publicMembers.flatMap((name) => form.getAll(name))].join('\n');
}

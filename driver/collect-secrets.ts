import { Buffer } from 'node:buffer';
import { rememberLast } from '../spec/remember-last.ts';
import type { Exchange, HttpResponse, WireRequest } from './exchange.ts';
import { credentialHeaders, readFields, secretFields } from './secret-fields.ts';

/** Shorter values say little and stand in many texts; where their field is known they are removed all the same. */
const shortestSecret = 8;

/** Cookies also hold words such as `deleted`; a session is longer. */
const shortestCookie = 16;

/** A part of every secret field's name, or an escape that may hide one. */
const mayHoldSecret = /secret|token|code|password|%|\\u/;

/** An error has a `code` of its own, which is none of OAuth. */
const errorFields = new Map([...secretFields].filter(([name]) => name !== 'code'));

/** The end of every such field's name as JSON writes it, or an escape that may hide one. */
const mayHoldErrorField = /(?:secret|token|password|verifier)"|\\u/;

/** The secrets of one exchange, and those known beforehand, each once and as it reads when decoded. */
export function collectSecrets(exchange: Exchange, known: readonly string[]): string[] {
  const { request, response } = exchange;
  const found = [...requestSecrets(request), ...(response === null ? [] : answerSecrets(response))];
  const secrets = [
    ...known.filter((secret) => secret !== ''),
    ...found.filter((secret) => secret.length >= shortestSecret),
  ];
  return [...new Set(secrets)];
}

function requestSecrets(request: WireRequest): string[] {
  const start = request.path.indexOf('?');
  const secrets = start < 0 ? [] : fieldSecrets(request.path.slice(start + 1));
  for (const [name, value] of request.headers) {
    if (credentialHeaders.has(name.toLowerCase())) secrets.push(...credentialSecrets(value));
    if (name.toLowerCase() === 'cookie') secrets.push(...value.split(';').flatMap(cookieSecrets));
  }
  if (request.body !== null) {
    const { buffer, byteOffset, byteLength } = request.body;
    const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
    // Most bodies hold none, and reading one as form and JSON takes longer than sending it.
    if (mayHoldSecret.test(text))
      secrets.push(...fieldSecrets(text), ...memberSecrets(parseJson(text), secretFields));
  }
  return secrets;
}

/** The values that stand in an answer under the name of a secret, or in a cookie. */
export function answerSecrets(response: HttpResponse): string[] {
  const { status, headers, text } = response;
  const isError = status >= 400;
  const isPlain = isError && text !== null && !mayHoldErrorField.test(text);
  return [
    ...(headers.get('location') ?? []).flatMap((location) =>
      location.split(/[?#]/).slice(1).flatMap(fieldSecrets),
    ),
    ...(headers.get('set-cookie') ?? []).flatMap((cookie) => cookieSecrets(cookie.split(';', 1)[0] ?? '')),
    ...(isPlain ? [] : memberSecrets(response.json, isError ? errorFields : secretFields)),
  ];
}

/**
 * `Basic` holds a password behind a user name, and is itself as good as one: a dump of a request may be coded once more.
 * Anything else is a token, with or without a scheme.
 */
const credentialSecrets = rememberLast((value): readonly string[] => {
  const trimmed = value.trim();
  const [, scheme = '', token = trimmed] = /^([\w-]+)\s+(.*)$/s.exec(trimmed) ?? [];
  if (scheme.toLowerCase() !== 'basic') return [token];
  const decoded = Buffer.from(token, 'base64').toString('utf8');
  return [decoded.slice(decoded.indexOf(':') + 1), token];
});

function cookieSecrets(pair: string): string[] {
  const value = pair.slice(pair.indexOf('=') + 1).trim();
  return value.length >= shortestCookie ? [value] : [];
}

function fieldSecrets(text: string): string[] {
  return readFields(text).flatMap(([name, value, raw]) => (secretFields.has(name) ? [value, raw] : []));
}

/** Walks without recursion: a body may be nested deeper than the stack. */
function memberSecrets(json: unknown, members: ReadonlyMap<string, string>): string[] {
  const secrets: string[] = [];
  const left: unknown[] = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'string' && members.has(name)) secrets.push(member);
      left.push(member);
    }
  }
  return secrets;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

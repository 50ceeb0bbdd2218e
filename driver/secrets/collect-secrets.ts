import { Buffer } from 'node:buffer';
import type { Exchange, HttpResponse, WireRequest } from '../exchange.ts';
import { credentialHeaders, readFields, secretFields } from './redact-fields.ts';
import { rememberEach, rememberLast } from '../../spec/remember.ts';

/** Shorter values occur in many texts and reveal little. Where their field is known, they are removed all the same. */
const shortestSecret = 8;

/** Cookies may also hold words such as `deleted`; a session id is longer. */
const shortestCookie = 16;

/**
 * The most secrets of one answer that are searched for, in number and in characters. A page of a list has 500 clients,
 * and a token is a few KiB. An answer with more is not shown at all, so that no search is needed.
 */
const mostSecrets = 1000;
const mostCharacters = 256 * 1024;

/** A part of the name of every secret field, or an escape that may hide one. */
const mayHoldSecret = /secret|token|code|password|%|\\u/;

/** An error has a `code` of its own, which is no OAuth code. */
const errorFields = new Map([...secretFields].filter(([name]) => name !== 'code'));

/** The end of the name of every such field in JSON, or an escape that may hide one. */
const mayHoldErrorField = /(?:secret|token|password|verifier)"|\\u/;

/** The secrets of one exchange, and those known beforehand, decoded and without duplicates. */
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
    // Most bodies hold none, and parsing one as form and JSON takes longer than sending it.
    if (mayHoldSecret.test(text))
      secrets.push(...fieldSecrets(text), ...memberSecrets(parseJson(text), secretFields));
  }
  return secrets;
}

/** The values of secret fields and cookies in an answer, up to the limit. */
export function answerSecrets(response: HttpResponse): string[] {
  return readAnswer(response).secrets;
}

/** Whether an answer exceeds the limit of secrets, so that nothing of it may be shown. */
export function isOverfull(response: HttpResponse): boolean {
  return response.isHidden === true || readAnswer(response).isOverfull;
}

interface SecretsOfAnswer {
  readonly secrets: string[];
  readonly isOverfull: boolean;
}

/** Remembered, because an answer is asked again with each of its findings, and 20,000 members take a while to walk. */
const readAnswer = rememberEach((response: HttpResponse): SecretsOfAnswer => {
  const secrets: string[] = [];
  let characters = 0;
  for (const secret of secretsIn(response)) {
    characters += secret.length;
    if (secrets.length === mostSecrets || characters > mostCharacters) return { secrets, isOverfull: true };
    secrets.push(secret);
  }
  return { secrets, isOverfull: false };
});

function* secretsIn(response: HttpResponse): Generator<string> {
  const { status, headers, text } = response;
  const isError = status >= 400;
  const isPlain = isError && text !== null && !mayHoldErrorField.test(text);
  for (const location of headers.get('location') ?? [])
    for (const part of location.split(/[?#]/).slice(1)) yield* fieldSecrets(part);
  for (const cookie of headers.get('set-cookie') ?? []) yield* cookieSecrets(cookie.split(';', 1)[0] ?? '');
  if (!isPlain) yield* memberSecrets(response.json, isError ? errorFields : secretFields);
}

/**
 * The user names and passwords in a request, as pairs and in the encoding of `Basic`; none if one of the two is empty.
 */
export function loginsIn({
  headers,
}: WireRequest): readonly { readonly user: string; readonly forms: readonly string[] }[] {
  return headers.flatMap(([name, value]) => {
    if (!credentialHeaders.has(name.toLowerCase())) return [];
    const token = value.trim().split(/\s/).at(-1) ?? '';
    const pair = Buffer.from(token, 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    if (colon < 1 || colon === pair.length - 1) return [];
    return [{ user: pair.slice(0, colon), forms: [pair, token] }];
  });
}

/**
 * `Basic` contains a password after a user name, and is itself as sensitive. A dump of a request may encode it once
 * more. Anything else is a token, with or without a scheme.
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

/** Walks without recursion: a body may be nested deeper than the stack allows. */
function* memberSecrets(json: unknown, members: ReadonlyMap<string, string>): Generator<string> {
  const left: unknown[] = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'string' && members.has(name)) yield member;
      left.push(member);
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

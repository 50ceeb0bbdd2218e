import { Buffer } from 'node:buffer';
import { isOverfull, loginsIn } from './collect-secrets.ts';
import type { Exchange, WireRequest } from '../exchange.ts';
import { Redactor } from './redactor.ts';

/** Replaces the content of an answer that has too many secrets. */
export const hiddenNote = '[not shown: the answer holds more secrets than are looked for]';

/**
 * The redactor for the exchanges of a case. It hides the secrets of the case, and the logins in it, which are valid as
 * pairs.
 */
export function redactorOf(
  exchanges: readonly Exchange[],
  secrets: readonly string[],
  ids: readonly string[] = [],
): Redactor {
  const logins = exchanges.flatMap(({ request }) => loginsIn(request));
  const users = [...new Set(logins.map(({ user }) => `${user}:`))];
  return new Redactor({
    secrets: [...new Set([...secrets, ...logins.flatMap(({ forms }) => forms)])],
    known: [...ids, ...users, ...users.map(decidedBase64)],
    sent: exchanges.map(({ request }) => sentText(request)),
    hidden: exchanges.some(({ response }) => response !== null && isOverfull(response)) ? hiddenNote : null,
  });
}

/** The base64 characters that depend on the text alone. */
export function decidedBase64(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.toString('base64').slice(0, Math.floor((bytes.length * 8) / 6));
}

/** The target and the body of a request. */
export function sentText({ path, body }: WireRequest): string {
  return `${path}\n${body === null ? '' : Buffer.from(body).toString('utf8')}`;
}

import { Buffer } from 'node:buffer';
import { isOverfull, loginsIn } from './collect-secrets.ts';
import type { Exchange, WireRequest } from '../exchange.ts';
import { Redactor } from './redactor.ts';

/** What stands in place of what an answer has too many secrets for. */
export const hiddenNote = '[not shown: the answer holds more secrets than are looked for]';

/** The redactor of the exchanges of a case: of its secrets, and of the logins that it shows, which are good as a pair. */
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

/** The characters of base64 that a text alone decides. */
export function decidedBase64(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.toString('base64').slice(0, Math.floor((bytes.length * 8) / 6));
}

function sentText({ path, body }: WireRequest): string {
  return `${path}\n${body === null ? '' : Buffer.from(body).toString('utf8')}`;
}

import { Buffer, isUtf8 } from 'node:buffer';
import { Answer } from '../driver/answer.ts';
import { changeBody } from '../driver/content-coding.ts';
import type { Exchange, HttpResponse, WireRequest } from '../driver/exchange.ts';
import type { CaseSecrets } from './case-secrets.ts';
import type { PlacedSecrets } from '../driver/secrets/placed-secrets.ts';
import type { Disguise } from './disguise.ts';
import { changeSecretValues, plainValue } from './secret-hider.ts';

export interface DisguisePlan {
  readonly disguise: Disguise;
  /** The replacements of the password and of each wrong password derived from it. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Those of them that are found only by their place. */
  readonly placed: PlacedSecrets;
  /** The names under which the case sent one of those. */
  readonly sentUnder: ReadonlySet<string>;
}

/** Replaces a common word that is a value of an answer. No rule takes it for the password of the recording. */
const recordedWord = 'recorded';

/**
 * Disguises the values under the names of secrets in an exchange, however short they are. Elsewhere secrets are found
 * by their value: see `SecretHider`.
 */
export function disguiseExchange(exchange: Exchange, secrets: CaseSecrets, plan: DisguisePlan): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: disguiseRequest(request, secrets, plan),
    response: response === null ? null : disguiseAnswer(response, secrets, plan),
  };
}

/** The content of a request is our own, except the password and values that the target gave before. */
function disguiseRequest(request: WireRequest, { short }: CaseSecrets, plan: DisguisePlan): WireRequest {
  const headers = request.headers.map(
    ([name, value]) =>
      [name, name.toLowerCase() === 'authorization' ? disguiseBasic(value, plan) : value] as const,
  );
  if (short.size === 0) return { ...request, headers };
  const change = (text: string): string =>
    changeSecretValues(text, (_name, raw) => (short.has(plainValue(raw)) ? plan.disguise.text(raw) : raw));
  return {
    ...request,
    headers,
    path: change(request.path),
    body: request.body === null ? null : changeBytes(request.body, change),
  };
}

/**
 * Works even if the password is too short to be searched for elsewhere. Requests also send the right credentials under
 * another scheme, and the password with a character appended.
 */
function disguiseBasic(value: string, { standIns }: DisguisePlan): string {
  const [, scheme = '', token = ''] = /^(\S+ )(\S+)$/.exec(value) ?? [];
  const login = Buffer.from(token, 'base64').toString('utf8');
  const colon = login.indexOf(':') + 1;
  const given = login.slice(colon);
  const secret = [...standIns.keys()].find((one) => one !== '' && given.startsWith(one));
  if (colon === 0 || secret === undefined) return value;
  const shown = `${login.slice(0, colon)}${standIns.get(secret) ?? ''}${given.slice(secret.length)}`;
  return scheme + Buffer.from(shown).toString('base64');
}

function disguiseAnswer(response: HttpResponse, secrets: CaseSecrets, plan: DisguisePlan): HttpResponse {
  const isError = response.status >= 400;
  const { placed, sentUnder } = plan;
  const change = (text: string): string =>
    changeSecretValues(text, (name, raw) =>
      // An error has a code of its own.
      (isError && name === 'code') || secrets.isOurs(plainValue(raw)) ? raw : plan.disguise.text(raw),
    );
  const headers = [...response.headers].flatMap(([name, values]) =>
    values.flatMap((value) => [
      name,
      placed.hideValues(disguiseField(name, value, { change, plan }), recordedWord, { name, sentUnder }),
    ]),
  );
  const raw = headers.map((text) => Buffer.from(text, 'latin1'));
  const changeAll = (text: string): string =>
    placed.hideValues(change(text), recordedWord, { name: '', sentUnder });
  return new Answer(response.status, raw, disguiseBody(response, changeAll), response.isCut);
}

function disguiseField(
  name: string,
  value: string,
  { change, plan }: { readonly change: (text: string) => string; readonly plan: DisguisePlan },
): string {
  if (name === 'set-cookie')
    return value.replace(
      /(=)([^;]+)/,
      (_all, sign: string, secret: string) => sign + plan.disguise.text(secret),
    );
  return change(value);
}

/** What cannot be decoded here may be decoded elsewhere, and hold secrets: no byte of 0xff is text. */
function disguiseBody(response: HttpResponse, change: (text: string) => string): Buffer {
  return (
    changeBody(response, (plain) => changeBytes(plain, change)) ?? Buffer.alloc(response.body.length, 0xff)
  );
}

function changeBytes(body: Uint8Array, change: (text: string) => string): Buffer {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
  const text = bytes.toString(encoding);
  const changed = change(text);
  return changed === text ? bytes : Buffer.from(changed, encoding);
}

import type { HttpResponse } from '../../driver/exchange.ts';
import { headerValues } from '../read/headers.ts';

/** A cookie that an answer sets. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Names of its attributes, in lower case, as often as they are written. */
  readonly attributes: readonly string[];
}

const sessionName = /sess|token|auth|iam|sid|jwt/i;

/** The cookies that an answer sets, read by RFC 6265 section 5.2. */
export function setCookies(response: HttpResponse): readonly SetCookie[] {
  return headerValues(response, 'set-cookie').map((line) => {
    const [pair = '', ...attributes] = line.split(';');
    const separator = pair.indexOf('=');
    return {
      name: pair.slice(0, Math.max(0, separator)).trim(),
      value: pair.slice(separator + 1).trim(),
      attributes: attributes.map((attribute) => (attribute.split('=')[0] ?? '').trim().toLowerCase()),
    };
  });
}

/** The cookies that look like they stand for a user; one set to nothing is being removed. */
export function sessionCookies(response: HttpResponse): readonly SetCookie[] {
  return setCookies(response).filter(({ name, value }) => value !== '' && sessionName.test(name));
}

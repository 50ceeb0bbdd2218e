import type { HttpResponse } from '../../driver/exchange.ts';
import { headerValues } from '../read/headers.ts';

export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** Attribute names in lower case, with repetitions. */
  readonly attributes: readonly string[];
}

const sessionName = /sess|token|auth|iam|sid|jwt/i;

/** The cookies that an answer sets, parsed as RFC 6265 section 5.2 says. */
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

/** Cookies that look like they identify a session. A cookie set to an empty value is being removed. */
export function sessionCookies(response: HttpResponse): readonly SetCookie[] {
  return setCookies(response).filter(({ name, value }) => value !== '' && sessionName.test(name));
}

import { redactionMark } from './redactor.ts';

/**
 * Parameters and members that always hold a secret, in a query, a form, JSON or the parameters of a Location. Each has
 * the environment variable that replaces it in a command.
 */
export const secretFields: ReadonlyMap<string, string> = new Map([
  ['client_secret', 'CLIENT_SECRET'],
  ['code', 'CODE'],
  ['code_verifier', 'CODE_VERIFIER'],
  ['access_token', 'ACCESS_TOKEN'],
  ['token', 'ACCESS_TOKEN'],
  ['refresh_token', 'REFRESH_TOKEN'],
  ['id_token', 'ID_TOKEN'],
  ['password', 'PRISM_PASSWORD'],
]);

/** Header fields whose whole value is a credential, except for its scheme or cookie name. */
export const credentialHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'x-ntnx-api-key',
]);

/** The decoded fields of `application/x-www-form-urlencoded` text; an invalid escape leaves its text as it is. */
export function readFields(text: string): (readonly [name: string, value: string, raw: string])[] {
  return text.split(/[&;]/).map((field) => {
    const equals = field.indexOf('=');
    const raw = equals < 0 ? '' : field.slice(equals + 1);
    return [decode(equals < 0 ? field : field.slice(0, equals)), decode(raw), raw] as const;
  });
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

const names = [...secretFields.keys()].join('|');

/** A value runs to the next separator; an empty one leaves nothing to remove. */
const parameter = new RegExp(`((?:^|[?&;#\\s])(?:${names})=)[^&;#\\s]+`, 'g');

/** The text of a member, even if the body breaks off inside it. */
const member = new RegExp(`("(?:${names})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*`, 'gs');

/** Removes the values of secret parameters from a query, a form or a URL, however short they are. */
export function redactParameters(text: string): string {
  return text.replaceAll(parameter, `$1${redactionMark}`);
}

/** Removes the values of secret members from JSON and of secret parameters from a form, whatever the media type. */
export function redactBody(text: string): string {
  return redactParameters(text).replaceAll(member, `$1${redactionMark}`);
}

/** Removes the credential in a header, and keeps its scheme, its cookie's name and attributes, or its URL. */
export function redactHeader(name: string, value: string): string {
  const field = name.toLowerCase();
  if (credentialHeaders.has(field)) {
    const [, scheme = ''] = /^(\s*[\w-]+\s+)\S/.exec(value) ?? [];
    return value.trim() === '' ? value : `${scheme}${redactionMark}`;
  }
  if (field === 'set-cookie') return value.replace(/=[^;]+/, `=${redactionMark}`);
  if (field === 'cookie') return value.replaceAll(/=[^;]+/g, `=${redactionMark}`);
  return redactParameters(value);
}

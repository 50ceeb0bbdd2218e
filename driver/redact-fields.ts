import { redactionMark } from './redactor.ts';
import { credentialHeaders, secretFields } from './secret-fields.ts';

const names = [...secretFields.keys()].join('|');

/** A value runs to the next separator; one that is absent leaves nothing to remove. */
const parameter = new RegExp(`((?:^|[?&;#\\s])(?:${names})=)[^&;#\\s]+`, 'g');

/** The text of a member, also where the body breaks off inside it. */
const member = new RegExp(`("(?:${names})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*`, 'gs');

/** Removes the values of secret parameters from a query, a form or a URL, however short they are. */
export function redactParameters(text: string): string {
  return text.replaceAll(parameter, `$1${redactionMark}`);
}

/** Removes the values of secret members from JSON and of secret parameters from a form, whatever the media type says. */
export function redactBody(text: string): string {
  return redactParameters(text).replaceAll(member, `$1${redactionMark}`);
}

/** Removes the credential in a header, and leaves its scheme, its cookie's name and attributes, its URL. */
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

import { Buffer } from 'node:buffer';

/** Text that a shell takes as it is within single quotes, and that does nothing to a terminal. */
const plain = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

/** Tells whether a text can be shown as it is in a command. Line feed and tab can. */
export function isPlain(text: string): boolean {
  return plain.test(text.replaceAll(/[\n\t]/g, ''));
}

/** A POSIX shell word that stands for exactly this text. */
export function quote(text: string): string {
  return /^[\w./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A shell command that writes exactly these bytes: octal escapes are all that every `printf` knows. */
export function printBytes(bytes: Uint8Array): string {
  const octal = Array.from(bytes, (byte) =>
    /[\w ./:;,=&?"{}()[\]<>@#+*~!-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('');
  // A format that begins with a dash would be read as an option by some.
  return `printf '${octal.replace(/^-/, '\\055')}'`;
}

/** A word for header or path text, of which each character is one byte. */
export function byteWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? quote(text) : `"$(${printBytes(Buffer.from(text, 'latin1'))})"`;
}

/**
 * A word in which the given parts stand for environment variables, and what is left is quoted by `quoteRest`.
 * Nothing at all becomes no word.
 */
export function wordWithVariables(
  text: string,
  variables: readonly (readonly [part: string, variable: string])[],
  quoteRest: (rest: string) => string = quote,
): string {
  const [next, ...others] = variables;
  if (next === undefined) return text === '' ? '' : quoteRest(text);
  const [part, variable] = next;
  if (part === '') return wordWithVariables(text, others, quoteRest);
  return text
    .split(part)
    .map((rest) => wordWithVariables(rest, others, quoteRest))
    .join(`"$${variable}"`);
}

import { Buffer } from 'node:buffer';

/** Text that a shell takes literally within single quotes, and that does not affect a terminal. */
const plain = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

/** Whether a text can be shown literally in a command. Line feed and tab can. */
export function isPlain(text: string): boolean {
  return plain.test(text.replaceAll(/[\n\t]/g, ''));
}

/** A POSIX shell word for exactly this text. */
export function quote(text: string): string {
  return /^[\w./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A shell command that writes exactly these bytes. It uses octal escapes, the only ones that every `printf` knows. */
export function printBytes(bytes: Uint8Array): string {
  const octal = Array.from(bytes, (byte) =>
    /[\w ./:;,=&?"{}()[\]<>@#+*~!-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('');
  // Some versions would read a format with a leading dash as an option.
  return `printf '${octal.replace(/^-/, '\\055')}'`;
}

/** A shell word for header or path text, in which each character is one byte. */
export function byteWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? quote(text) : `"$(${printBytes(Buffer.from(text, 'latin1'))})"`;
}

import { printableLine } from './printable.ts';

/** Quotes a word for a POSIX shell where it needs it. */
export function quoteWord(word: string): string {
  const text = printableLine(word);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

import { decodePercent } from './decode-percent.ts';

/** Nothing in it is coded, padded or composed: the usual form of an id. */
const plain = /^[\w-]*$/;

/**
 * What is left of a text where case, blanks, control characters and escapes are taken away, and what follows a NUL: two
 * spellings that some target may take for one are alike. Linear in the text.
 */
export function likenessOf(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  const [whole = ''] = decodePercent(text).split('\0', 1);
  return whole
    .normalize('NFKC')
    .replaceAll(/[\p{Z}\p{C}]/gu, '')
    .toLowerCase();
}

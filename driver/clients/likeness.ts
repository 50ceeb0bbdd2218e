import { Buffer } from 'node:buffer';

/** Some servers decode twice; nobody does it more often than this. */
const mostTimes = 3;

/** A text without its percent escapes, those within escapes too. A broken one stays as it is. */
export function decodePercent(text: string): string {
  let decoded = text;
  for (let times = 0; times < mostTimes && decoded.includes('%'); times += 1) decoded = decodeOnce(decoded);
  return decoded;
}

function decodeOnce(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

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

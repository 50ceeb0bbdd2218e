import { Buffer } from 'node:buffer';

/** Some servers decode twice; none does it more often than this. */
const mostTimes = 3;

/** Decodes percent escapes, also nested ones. An invalid escape is kept. */
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

/** Nothing in it is encoded, padded or composed: the usual form of an id. */
const plain = /^[\w-]*$/;

/**
 * Reduces a text: ignores case, blanks, control characters and escapes, and whatever follows a NUL. Two spellings that
 * some target may treat as one get the same result. Linear in the length of the text.
 */
export function likenessOf(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  const [whole = ''] = decodePercent(text).split('\0', 1);
  return whole
    .normalize('NFKC')
    .replaceAll(/[\p{Z}\p{C}]/gu, '')
    .toLowerCase();
}

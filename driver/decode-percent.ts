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

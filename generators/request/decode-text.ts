import { Buffer } from 'node:buffer';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const escaped = /%([0-9A-Fa-f]{2})/g;
const badEscape = /%(?![0-9A-Fa-f]{2})/;

/** The text that bytes stand for in strict UTF-8, or null where they are not UTF-8. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The text that a percent-encoded text stands for, or null for a bad escape or bytes that are not UTF-8. */
export function decodePercent(encoded: string): string | null {
  if (!encoded.includes('%')) return encoded;
  if (badEscape.test(encoded)) return null;
  const bytes = Buffer.from(encoded).toString('latin1');
  const unescaped = bytes.replace(escaped, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return decodeUtf8(Buffer.from(unescaped, 'latin1'));
}

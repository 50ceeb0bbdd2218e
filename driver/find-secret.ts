import { Buffer } from 'node:buffer';
import { canonicalText } from './canonical-text.ts';
import type { CanonicalText } from './canonical-text.ts';

/** Where a secret stands in a text: from the first index to before the second. */
export type Span = readonly [start: number, end: number];

/** Fewer characters than this, of an escaped or encoded secret, would be found by chance. */
const shortestNeedle = 4;

/**
 * Finds a secret in a text, in every form in which it may be shown: as it is, under any mixture and number of the
 * escapes that `canonicalText` knows, as hexadecimal, and inside base64 of either alphabet at any offset.
 */
export function findSecret(secret: string, source: string, canonical: CanonicalText): Span[] {
  const spans: Span[] = [];
  forEachIndex(source, secret, (start) => spans.push([start, start + secret.length]));
  const { text } = canonicalText(secret);
  if (text.length >= shortestNeedle) {
    forEachIndex(canonical.text, text, (at) => spans.push(sourceSpan(canonical, at, at + text.length)));
  }
  const digits = Buffer.from(secret, 'utf8').toString('hex');
  if (digits.length > shortestNeedle) {
    for (const needle of [digits, digits.toUpperCase()])
      forEachIndex(source, needle, (start) => spans.push([start, start + needle.length]));
  }
  const alike = oneAlphabet(canonical.text);
  for (const core of base64Cores(secret).filter(({ length }) => length >= shortestNeedle)) {
    forEachIndex(alike, core, (at) => {
      spans.push(sourceSpan(canonical, at, endOfWord(alike, at + core.length)));
    });
  }
  return spans;
}

function forEachIndex(text: string, needle: string, found: (index: number) => void): void {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) found(at);
}

function sourceSpan({ starts }: CanonicalText, first: number, end: number): Span {
  return [starts[first] ?? 0, starts[end] ?? 0];
}

/** The characters of base64 that a secret alone decides, for each of its three places in a group of three bytes. */
function base64Cores(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].map((offset) => {
    const first = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return oneAlphabet(encoded.slice(first, end));
  });
}

/** Both alphabets of base64 as one, of the same length. A canonical text has spaces for pluses. */
function oneAlphabet(text: string): string {
  return text.replaceAll(/[+-]/g, ' ').replaceAll('_', '/');
}

/** The rest of a base64 word holds the last bits of the secret. */
function endOfWord(text: string, start: number): number {
  const rest = /[A-Za-z\d/]*={0,2}/y;
  rest.lastIndex = start;
  rest.exec(text);
  return Math.max(start, rest.lastIndex);
}

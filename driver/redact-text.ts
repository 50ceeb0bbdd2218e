import { canonicalText } from './canonical-text.ts';
import { findSecret } from './find-secret.ts';
import type { RedactedText } from './redacted.ts';

/** What stands where a secret was. */
export const redactionMark = '[redacted]';

/** Below this a value stands in too many words to be taken out of a text; no real credential is so short. */
const shortestReplaced = 4;

/**
 * Removes every secret, in all forms that `findSecret` knows, and shows what could steer a terminal as escapes:
 * control characters other than line feed and tab, direction marks, and whatever else has no glyph.
 */
export function redactText(text: string, secrets: readonly string[]): RedactedText {
  return showInvisible(replaceSecrets(text, secrets)) as RedactedText;
}

/** Removes every secret and nothing else. */
export function replaceSecrets(text: string, secrets: readonly string[]): string {
  const sought = secrets.filter((secret) => secret.length >= shortestReplaced);
  if (sought.length === 0) return text;
  const canonical = canonicalText(text);
  const spans = sought
    .flatMap((secret) => findSecret(secret, text, canonical))
    .sort(([one], [other]) => one - other);
  const shown: string[] = [];
  let done = 0;
  for (const [start, end] of spans) {
    // What overlaps the secret before it belongs to the same mark.
    if (start >= done) shown.push(text.slice(done, start), redactionMark);
    done = Math.max(done, end);
  }
  return [...shown, text.slice(done)].join('');
}

function showInvisible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

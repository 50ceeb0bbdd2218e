import type { RedactedText } from './redacted.ts';
import { Redactor } from './redactor.ts';

/**
 * Removes every secret from a text that stands alone, in all forms that `SecretFinder` knows, and shows what could steer
 * a terminal as escapes: control characters other than line feed and tab, direction marks, and whatever else has no
 * glyph. For many texts with the same secrets there is `Redactor`.
 */
export function redactText(text: string, secrets: readonly string[]): RedactedText {
  return new Redactor({ secrets }).answer(text);
}

import { cutQuotations } from '../spec/quotation.ts';
import type { RedactedText } from './redacted.ts';

/** Cuts what a text quotes by `quoteWhole`. It takes no text that was not redacted: half a secret is not found. */
export function shorten(text: RedactedText): RedactedText {
  return cutQuotations(text) as RedactedText;
}

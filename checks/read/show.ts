import { quoteWhole, shownCharacters } from '../../spec/quotation.ts';
import { jsonText } from './json.ts';

/** A value as a violation quotes it: JSON, or `absent` if there is none. Long values are cut later, after redaction. */
export function show(value: unknown): string {
  const text = jsonText(value) ?? 'a value that is nested too deep to be shown';
  if (text.length <= shownCharacters) return text;
  return `${quoteWhole(text)} (${text.length} characters)`;
}

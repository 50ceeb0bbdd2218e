import { quoteWhole, shownCharacters } from '../../spec/quotation.ts';
import { jsonText } from './json.ts';

/** A value as a violation quotes it: JSON, `absent` for what is not there. What is long is cut when it has been redacted. */
export function show(value: unknown): string {
  const text = jsonText(value) ?? 'a value that is nested too deep to be shown';
  if (text.length <= shownCharacters) return text;
  return `${quoteWhole(text)} (${text.length} characters)`;
}

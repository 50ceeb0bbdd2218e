import { jsonText } from './json.ts';

/** Longest text that a violation quotes: enough to recognise a value, never a whole body. */
const shownCharacters = 60;

/** A value as a violation quotes it: JSON, cut where long, `absent` for what is not there. */
export function show(value: unknown): string {
  const text = jsonText(value) ?? 'a value that is nested too deep to be shown';
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters)}… (${text.length} characters)`;
}

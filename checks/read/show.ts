/** Longest text that a violation quotes: enough to recognise a value, never a whole body. */
const shownCharacters = 60;

/** A value as a violation quotes it: JSON, cut where long, `absent` for what is not there. */
export function show(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  if (text.length <= shownCharacters) return text;
  return `${text.slice(0, shownCharacters)}… (${text.length} characters)`;
}

import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant by a word; null if none is near. Of a word, at most a third of its characters may be
 * wrong: further away, a guess would mislead.
 */
export function nearest(word: string, names: Iterable<string>): string | null {
  const byLowerCase = new Map([...names].map((name) => [name.toLowerCase(), name]));
  if (byLowerCase.size === 0) return null;
  const given = word.toLowerCase();
  const found = closest(given, [...byLowerCase.keys()]);
  const isNear = distance(given, found) <= Math.max(1, Math.floor(given.length / 3));
  return isNear ? (byLowerCase.get(found) ?? null) : null;
}

/** ` (did you mean NAME?)` for the end of a message; empty if no name is near. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const name = nearest(word, names);
  return name === null ? '' : ` (did you mean ${name}?)`;
}

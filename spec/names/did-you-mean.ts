import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant by a word; null if none is near. Two characters may be wrong, which is what swapping
 * two comes to, or a third of a longer word: further away, a guess would mislead.
 */
export function nearest(word: string, names: Iterable<string>): string | null {
  const byLowerCase = new Map([...names].map((name) => [name.toLowerCase(), name]));
  if (byLowerCase.size === 0) return null;
  const given = word.toLowerCase();
  const found = closest(given, [...byLowerCase.keys()]);
  const isNear =
    distance(given, found) <= Math.max(Math.min(2, given.length - 1), Math.floor(given.length / 3));
  return isNear ? (byLowerCase.get(found) ?? null) : null;
}

/** ` (did you mean NAME?)` for the end of a message; empty if no name is near. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const name = nearest(word, names);
  return name === null ? '' : ` (did you mean ${name}?)`;
}

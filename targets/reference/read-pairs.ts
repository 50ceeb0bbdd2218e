import { Refusal } from './refusal.ts';

/** The text before and after the first occurrence of a mark. Without the mark, the second part is empty. */
export function splitAt(text: string, mark: string): readonly [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/**
 * Decodes `name=value` pairs of a form or a query. Refuses invalid escapes and repeated names (RFC 6749 section 3.1).
 * Omits a parameter without a value, as that section requires.
 */
export function readPairs(text: string): ReadonlyMap<string, string> {
  const names = new Set<string>();
  const pairs = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [before, after] = splitAt(pair, '=');
    const name = decode(before);
    const value = decode(after);
    if (names.has(name)) throw new Refusal(400, 'INVALID_REQUEST', 'A parameter is sent more than once.');
    names.add(name);
    if (value !== '') pairs.set(name, value);
  }
  return pairs;
}

/** The value of a required parameter. */
export function requiredParameter(pairs: ReadonlyMap<string, string>, name: string): string {
  const value = pairs.get(name);
  if (value === undefined) throw new Refusal(400, 'MISSING_ATTRIBUTE', `The parameter ${name} is missing.`);
  return value;
}

/** The value of a required parameter that must be one of the given words. */
export function requiredChoice<Word extends string>(
  pairs: ReadonlyMap<string, string>,
  name: string,
  words: readonly Word[],
): Word {
  const value = requiredParameter(pairs, name);
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  throw new Refusal(400, 'INVALID_ARGUMENT', `The parameter ${name} is none of ${words.join()}.`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Refusal(400, 'INVALID_DATA_FORMAT', 'A parameter is not percent-encoded UTF-8.');
  }
}

import { decodePercent } from './decode-text.ts';

/** A query or a form as a server reads it. */
export interface DecodedPairs {
  /** The first value of each name. */
  readonly values: ReadonlyMap<string, string>;
  readonly repeated: readonly string[];
  /** Why the text as a whole may be read in more than one way, or null. */
  readonly flaw: string | null;
}

/** Decodes `name=value` pairs, with `+` for a space as forms have it (and most servers in a query, too). */
export function decodePairs(text: string): DecodedPairs {
  const values = new Map<string, string>();
  const repeated: string[] = [];
  let flaw: string | null = null;
  if (text === '') return { values, repeated, flaw };
  for (const pair of text.split('&')) {
    const split = pair.indexOf('=');
    if (split < 1) flaw = 'a pair without a name or an equals sign';
    const [name, value] = [pair.slice(0, split), pair.slice(split + 1)].map((half) =>
      decodePercent(half.replaceAll('+', ' ')),
    );
    if (typeof name !== 'string' || typeof value !== 'string') flaw = 'a bad percent escape';
    else if (values.has(name)) repeated.push(name);
    else values.set(name, value);
  }
  return { values, repeated, flaw };
}

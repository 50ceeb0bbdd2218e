import fc from 'fast-check';
import { difficultTexts } from './difficult-texts.ts';

// Plain, and no part of any of them, so that neighbours make nothing new.
const between = 'x';

/**
 * Ordinary texts that implementations change, as many in one value as fit into a length: few values hold them all, and
 * each begins and ends with one. Shrinks to a value with one of them.
 *
 * @param max in code points
 */
export function packedText(max: number): fc.Arbitrary<string> {
  return fc
    .constantFrom(...packs(max))
    .chain((texts) => fc.subarray([...texts], { minLength: 1 }))
    .map((texts) => texts.join(between));
}

function packs(max: number): readonly (readonly string[])[] {
  const made: string[][] = [[]];
  for (const text of difficultTexts) {
    const last = made.at(-1) ?? [];
    if (lengthOf([...last, text]) <= max) last.push(text);
    else made.push([text]);
  }
  return made;
}

function lengthOf(texts: readonly string[]): number {
  return Array.from(texts.join(between)).length;
}

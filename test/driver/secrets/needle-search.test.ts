import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Needle } from '../../../driver/secrets/needle-automaton.ts';
import { NeedleSearch } from '../../../driver/secrets/needle-search.ts';

/**
 * Which characters of a text belong to a match, found by brute force: every prefix of every needle at every position.
 */
function coveredNaively(text: string, needles: readonly Needle[]): string {
  const covered = Array.from({ length: text.length }, () => '.');
  for (const { text: needle, shortest } of needles)
    for (let start = 0; start < text.length; start += 1)
      for (let length = shortest; length <= needle.length; length += 1)
        if (text.startsWith(needle.slice(0, length), start)) covered.fill('#', start, start + length);
  return covered.join('');
}

function covered(text: string, needles: readonly Needle[]): string {
  const found = Array.from({ length: text.length }, () => '.');
  for (const [start, end] of new NeedleSearch(needles).spansIn(text)) found.fill('#', start, end);
  return found.join('');
}

describe('a search for many needles', () => {
  // Only two letters, so that needles overlap, share prefixes and contain each other.
  const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 14 });
  const needle = fc.record({ text: word, shortest: fc.integer({ min: 1, max: 14 }) });
  const needles = fc
    .array(needle, { maxLength: 6 })
    .map((all) => all.map(({ text, shortest }) => ({ text, shortest: Math.min(shortest, text.length) })));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 80 });

  it('finds what a search for each of them finds', () => {
    fc.assert(
      fc.property(needles, text, (sought, within) => {
        expect(covered(within, sought)).toBe(coveredNaively(within, sought));
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  it('finds them among any characters', () => {
    const any = fc.string({ unit: 'binary', minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), any, (all, around) => {
        const sought = all.map((one) => ({ text: one, shortest: 8 }));
        const within = all.map((one, at) => one.slice(0, one.length - at) + around).join('');
        expect(covered(within, sought)).toBe(coveredNaively(within, sought));
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  it('gives spans in order and apart', () => {
    fc.assert(
      fc.property(needles, text, (sought, within) => {
        const flat = new NeedleSearch(sought).spansIn(within).flat();
        expect(flat).toEqual(flat.toSorted((one, other) => one - other));
      }),
      { numRuns: 500, seed: 13 },
    );
  });

  it('takes time in proportion to a text in which they begin everywhere', () => {
    const sought = Array.from({ length: 500 }, (_, at) => ({ text: 'a'.repeat(8000 - at), shortest: 8 }));
    const before = process.cpuUsage();
    const spans = new NeedleSearch(sought).spansIn(`${'a'.repeat(7000)}b`.repeat(150));
    expect(spans).toHaveLength(150);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { eachInTurn, inTurn, numbered } from '../../../generators/text/in-turn.ts';

const letters = inTurn('a', 'b', 'c');
const drawn = (begin: number, count: number): readonly string[] =>
  fc.sample(numbered(letters, { number: 0, begin }), { seed: 1, numRuns: count });

describe('inTurn', () => {
  it('gives each value before any comes again', () => {
    for (const begin of [0, 1, 2, 30]) {
      expect(new Set(drawn(begin, 3)).size).toBe(3);
      expect(new Set(drawn(begin, 6).slice(3)).size).toBe(3);
    }
  });

  it('begins with the value that it is told, and goes on from the number that it is told', () => {
    expect(drawn(1, 1)).toEqual(['b']);
    const later = fc.sample(numbered(letters, { number: 4, begin: 1 }), { seed: 9, numRuns: 4 });
    expect(later).toEqual(drawn(1, 8).slice(4));
  });

  it('gives all pairs of two lists of one length', () => {
    const pairs = fc.tuple(inTurn(0, 1), inTurn(0, 1, 2)).map(String);
    expect(new Set(fc.sample(numbered(pairs, { number: 0, begin: 0 }), { numRuns: 6 })).size).toBe(6);
  });

  it('chooses at random outside of a draw', () => {
    expect(new Set(fc.sample(letters, { seed: 1, numRuns: 50 })).size).toBe(3);
  });

  it('shrinks to the first value, and within a kind', () => {
    const kinds = eachInTurn(fc.constant(0), fc.integer({ min: 1, max: 100 }));
    const find = (fails: (value: number) => boolean): unknown =>
      fc.check(
        fc.property(kinds, (value) => !fails(value)),
        { seed: 2 },
      ).counterexample;
    expect(find(() => true)).toEqual([0]);
    expect(find((value) => value > 7)).toEqual([8]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  difficultCharacters,
  inventedToken,
  isOddText,
  oddCharacters,
  plainCharacters,
  scopeToken,
} from '../../../generators/text/characters.ts';
import { readRedirectUri } from '../../../generators/request/decode-parts.ts';
import { redirectUri } from '../../../generators/text/redirect-uri.ts';
import { difficultTexts } from '../../../generators/text/difficult-texts.ts';
import { oddText, ordinaryText, textOfLength } from '../../../generators/text/text.ts';

const sample = <Value>(values: fc.Arbitrary<Value>) => fc.sample(values, { seed: 7, numRuns: 2000 });
const lengthOf = (text: string) => Array.from(text).length;
const isWellFormed = (text: string) => !/[\uD800-\uDFFF]/u.test(text);

describe('characters', () => {
  it('are odd or not, never both', () => {
    expect([...plainCharacters, ...difficultCharacters].filter(isOddText)).toEqual([]);
    expect(oddCharacters.filter((character) => !isOddText(character))).toEqual([]);
  });

  it('are one code point each, and none twice', () => {
    const all = [...plainCharacters, ...difficultCharacters, ...oddCharacters];
    expect(all.filter((character) => lengthOf(character) !== 1)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('text', () => {
  it('stays within its limits, counted in code points, without odd characters or lone surrogates', () => {
    for (const [min, max] of [
      [0, 3],
      [1, 1],
      [5, 64],
      [40, 41],
    ] as const) {
      for (const text of sample(ordinaryText({ min, max }))) {
        expect(lengthOf(text)).toBeGreaterThanOrEqual(min);
        expect(lengthOf(text)).toBeLessThanOrEqual(max);
        expect(isOddText(text)).toBe(false);
        expect(isWellFormed(text)).toBe(true);
      }
    }
  });

  it('meets every difficult character', () => {
    const met = new Set(sample(ordinaryText()).flatMap((text) => Array.from(text)));
    expect(difficultCharacters.filter((character) => !met.has(character))).toEqual([]);
  });

  it('meets every difficult text, and none of them is odd', () => {
    const met = new Set(sample(ordinaryText()));
    expect(difficultTexts.filter((text) => !met.has(text))).toEqual([]);
    expect(difficultTexts.filter(isOddText)).toEqual([]);
  });

  it('that is odd meets every odd character and both ends of lines within few cases', () => {
    const few = fc.sample(oddText(), { seed: 7, numRuns: 60 }).join('');
    expect([...oddCharacters, '\r\n'].filter((odd) => !few.includes(odd))).toEqual([]);
  });

  it('that is odd is odd within its limits', () => {
    for (const text of sample(oddText({ min: 4, max: 9 }))) {
      expect(isOddText(text)).toBe(true);
      expect(isWellFormed(text)).toBe(true);
      expect(lengthOf(text)).toBeGreaterThanOrEqual(4);
      expect(lengthOf(text)).toBeLessThanOrEqual(9);
    }
  });

  it.each(['ascii', 'wide', 'astral'] as const)('of a length has it in code points, in %s', (width) => {
    for (const length of [0, 1, 64]) {
      expect(sample(textOfLength(length, width)).every((text) => lengthOf(text) === length)).toBe(true);
    }
  });

  it('shrinks to plain letters', () => {
    const found = fc.check(
      fc.property(ordinaryText({ min: 3 }), () => false),
      { seed: 3 },
    );
    expect(found.counterexample).toEqual(['aaa']);
    const odd = fc.check(
      fc.property(oddText(), (text) => !text.includes('\uFFFF')),
      { seed: 3, numRuns: 5000 },
    );
    expect(odd.counterexample).toEqual(['\uFFFF']);
  });
});

describe('text of the domain', () => {
  it('is a redirect URI that every server has to take', () => {
    expect(sample(redirectUri).filter((uri) => readRedirectUri(uri) !== 'plain')).toEqual([]);
  });

  it('is a scope token of the ABNF', () => {
    expect(sample(scopeToken).filter((token) => !/^[!#-[\]-~]+$/.test(token))).toEqual([]);
  });

  it('is an invented token that is not met twice', () => {
    const tokens = sample(inventedToken);
    expect(new Set(tokens).size).toBeGreaterThan(tokens.length * 0.95);
  });
});

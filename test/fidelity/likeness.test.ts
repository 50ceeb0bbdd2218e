import { describe, expect, it } from '@jest/globals';
import { likenessOf } from '../../fidelity/score.ts';

describe('the likeness of two answers', () => {
  it.each<[string, Parameters<typeof likenessOf>[0], number]>([
    ['without a difference is whole', [], 1],
    ['loses a share with each facet', ['header'], 7 / 8],
    ['loses it once, however often the facet differs', ['header', 'header', 'form'], 6 / 8],
    ['loses nothing by incidental headers', ['incidental header'], 1],
    ['with another outcome is none', ['outcome'], 0],
    [
      'that differ in all but the outcome is none',
      ['media type', 'header', 'form', 'reason', 'constant', 'relation', 'redirect', 'rule'],
      0,
    ],
  ])('%s', (_, facets, expected) => {
    expect(likenessOf(facets)).toBe(expected);
  });
});

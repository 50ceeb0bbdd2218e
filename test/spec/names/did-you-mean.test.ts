import { describe, expect, it } from '@jest/globals';
import { didYouMean, nearest } from '../../../spec/names/did-you-mean.ts';

describe('the name that was meant', () => {
  it.each([
    ['rnu', 'run'],
    ['oauth_token_pos', 'oauth_token_post'],
    ['RUNS', 'runs'],
    ['run', 'run'],
  ])('for %s is %s', (word, name) => {
    expect(nearest(word, ['run', 'runs', 'oauth_token_post', 'merge'])).toBe(name);
  });

  it.each(['frobnicate', '', 'xyz', '\u001b[2J', 'x'.repeat(10_000)])('is nothing for %j', (word) => {
    expect(nearest(word, ['run', 'merge'])).toBeNull();
    expect(didYouMean(word, ['run', 'merge'])).toBe('');
  });

  it('is nothing if there are no names', () => {
    expect(nearest('run', [])).toBeNull();
  });
});

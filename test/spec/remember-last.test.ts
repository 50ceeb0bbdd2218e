import { describe, expect, it } from '@jest/globals';
import { rememberLast } from '../../spec/remember-last.ts';

describe('rememberLast', () => {
  it('reads a text anew only where it differs from the last', () => {
    const read: string[] = [];
    const lengthOf = rememberLast((text) => {
      read.push(text);
      return text.length;
    });
    expect(['', '', 'a', 'a', 'bc', 'a'].map(lengthOf)).toEqual([0, 0, 1, 1, 2, 1]);
    expect(read).toEqual(['', 'a', 'bc', 'a']);
  });

  it('remembers a result that is undefined', () => {
    let reads = 0;
    const read = rememberLast(() => {
      reads += 1;
      return undefined;
    });
    read('a');
    read('a');
    expect(reads).toBe(1);
  });
});

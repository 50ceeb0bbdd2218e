import { describe, expect, it } from '@jest/globals';
import { rememberEach, rememberLast } from '../../spec/remember.ts';

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

describe('rememberEach', () => {
  it('reads each object once, equal ones apart', () => {
    const read: object[] = [];
    const textOf = rememberEach((key: object) => {
      read.push(key);
      return JSON.stringify(key);
    });
    const [one, other] = [{ a: 1 }, { a: 1 }];
    expect([one, other, one, other].map(textOf)).toEqual(Array<string>(4).fill('{"a":1}'));
    expect(read).toEqual([one, other]);
  });

  it('remembers a result that is empty', () => {
    let reads = 0;
    const read = rememberEach(() => {
      reads += 1;
      return '';
    });
    const key = {};
    read(key);
    read(key);
    expect(reads).toBe(1);
  });
});

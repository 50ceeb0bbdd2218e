import { describe, expect, it } from '@jest/globals';
import { int64, readInteger } from '../../../targets/reference/read-integer.ts';
import { Refusal } from '../../../targets/reference/refusal.ts';

function read(text: string): number | undefined {
  const members = JSON.parse(text) as Record<string, unknown>;
  return readInteger(members, 'n', int64);
}

describe('readInteger', () => {
  it.each([
    ['{}', undefined],
    ['{"n": 0}', 0],
    ['{"n": 1e3}', 1000],
    ['{"n": 2.0}', 2],
    ['{"n": 9223372036854774784}', 2 ** 63 - 1024],
    ['{"n": -9223372036854775808}', -(2 ** 63)],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '{"n": 9223372036854775808}',
    '{"n": -9223372036854777856}',
    '{"n": 1.5}',
    '{"n": "1"}',
    '{"n": null}',
  ])('refuses %s', (text) => {
    expect(() => read(text)).toThrow(Refusal);
  });
});

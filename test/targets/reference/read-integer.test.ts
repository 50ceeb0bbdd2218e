import { describe, expect, it } from '@jest/globals';
import { readInteger } from '../../../targets/reference/read-integer.ts';
import { Refusal } from '../../../targets/reference/refusal.ts';

const int64 = { minimum: -(2n ** 63n), maximum: 2n ** 63n - 1n };

function read(text: string): bigint | undefined {
  const members = JSON.parse(text) as Record<string, unknown>;
  return readInteger({ members, text }, 'n', int64);
}

describe('readInteger', () => {
  it.each([
    ['{}', undefined],
    ['{"n": 0}', 0n],
    ['{"n": 1e3}', 1000n],
    ['{"n": 2.0}', 2n],
    ['{"n": 9223372036854775807}', 2n ** 63n - 1n],
    ['{"n": -9223372036854775808}', -(2n ** 63n)],
    ['{"a": "\\"n\\": 1", "b": {"n": 99999999999999999999}, "n": 9007199254740993}', 9007199254740993n],
    ['{"\\u006e": 9007199254740993}', 9007199254740992n],
  ])('reads %s exactly', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '{"n": 9223372036854775808}',
    '{"n": -9223372036854775809}',
    '{"n": 1.5}',
    '{"n": "1"}',
    '{"n": null}',
  ])('refuses %s', (text) => {
    expect(() => read(text)).toThrow(Refusal);
  });
});

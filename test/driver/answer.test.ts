import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { Answer } from '../../driver/answer.ts';

function jsonOf(text: string): unknown {
  return new Answer(200, [], Buffer.from(text), false).json;
}

describe('an answer', () => {
  it('is read to more levels than any API has, and not to a million, which would take our memory', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(jsonOf(nested(10_000))).toEqual(expect.any(Array));
    expect(jsonOf(nested(10_001))).toBeUndefined();
    expect(jsonOf('{"a":'.repeat(10_001) + '1' + '}'.repeat(10_001))).toBeUndefined();
  });

  it('has no more levels for brackets in its texts', () => {
    const text = JSON.stringify({ a: '["\\'.repeat(20_000), b: '}'.repeat(20_000), c: '{'.repeat(20_000) });
    expect(jsonOf(text)).toEqual(JSON.parse(text));
    const flat = JSON.stringify(Array.from({ length: 20_000 }, () => [{}]));
    expect(jsonOf(flat)).toEqual(JSON.parse(flat));
  });

  it('keeps 2,000 lines of its head', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => [Buffer.from(`x-${index}`), Buffer.from('')]);
    const { headers } = new Answer(200, lines.flat(), Buffer.alloc(0), false);
    expect(headers.size).toBe(2000);
  });

  it('has header values without the blanks and tabs around them, and with all others', () => {
    const values = [
      ' \t no-store \t',
      'a \t b',
      ' \t ',
      '',
      `a${' '.repeat(100_000)}b${' '.repeat(100_000)}`,
    ];
    const lines = values.map((value, index) => [Buffer.from(`X-${index}`), Buffer.from(value)]);
    const { headers } = new Answer(200, lines.flat(), Buffer.alloc(0), false);
    expect([...headers.values()].flat()).toEqual(['no-store', 'a \t b', '', '', `a${' '.repeat(100_000)}b`]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { compileSchema } from '../../spec/compile-schema.ts';
import type { JsonSchema } from '../../spec/json-schema.ts';

function keywordsOf(schema: JsonSchema, value: unknown): string[] {
  return compileSchema(schema)(value).map(({ keyword }) => keyword);
}

describe('a compiled schema', () => {
  it('lists all errors, each with its place', () => {
    const judge = compileSchema({
      type: 'object',
      required: ['id', 'name'],
      properties: { name: { type: 'string', maxLength: 2 }, list: { items: { type: 'string' } } },
    });
    expect(judge({ name: 'long', list: ['a', 1] })).toEqual([
      { pointer: '', keyword: 'required', message: expect.any(String), params: { missingProperty: 'id' } },
      { pointer: '/name', keyword: 'maxLength', message: expect.any(String), params: { limit: 2 } },
      { pointer: '/list/1', keyword: 'type', message: 'must be string', params: { type: 'string' } },
    ]);
    expect(judge({ id: 1, name: 'ok' })).toEqual([]);
  });

  it('lists the first thousand errors of a value that has more', () => {
    const judge = compileSchema({ items: { type: 'string' } });
    expect(judge(Array(5000).fill(1))).toHaveLength(1000);
    expect(judge(['a'])).toEqual([]);
  });

  it('counts code points, not UTF-16 units', () => {
    expect(keywordsOf({ maxLength: 2 }, '😀😀')).toEqual([]);
    expect(keywordsOf({ maxLength: 2 }, '😀😀😀')).toEqual(['maxLength']);
  });

  it.each<[string, number, boolean]>([
    ['int32', 2 ** 31 - 1, true],
    ['int32', -(2 ** 31), true],
    ['int32', 2 ** 31, false],
    ['int32', -(2 ** 31) - 1, false],
    ['int64', 2 ** 53, true],
    ['int64', -(2 ** 63), true],
    // The largest int64 as JSON.parse rounds it.
    ['int64', 9223372036854775807, true],
    ['int64', 1e19, false],
    ['int64', -1e19, false],
  ])('of format %s and %d: %s', (format, value, isValid) => {
    expect(keywordsOf({ type: 'integer', format }, value)).toEqual(isValid ? [] : ['format']);
  });

  it('takes 1.0 for an integer and refuses 1.5', () => {
    expect(keywordsOf({ type: 'integer' }, JSON.parse('1.0'))).toEqual([]);
    expect(keywordsOf({ type: 'integer', format: 'int64' }, 1.5)).toContain('type');
  });

  it('passes over formats and keywords that it does not know', () => {
    expect(
      keywordsOf({ type: 'string', format: 'fiql', 'x-own': 1, example: 'a', nullable: false }, 'x'),
    ).toEqual([]);
  });

  it('may have the $id of another', () => {
    expect(keywordsOf({ $id: 'https://models.example/one', type: 'string' }, 1)).toEqual(['type']);
    expect(keywordsOf({ $id: 'https://models.example/one', type: 'number' }, 1)).toEqual([]);
  });

  it('may be a boolean', () => {
    expect(keywordsOf(true, 1)).toEqual([]);
    expect(keywordsOf(false, 1)).toEqual(['false schema']);
  });

  it('keeps the errors of one value when the next is judged', () => {
    const judge = compileSchema({ type: 'string' });
    const errors = judge(1);
    judge('fine');
    expect(errors).toHaveLength(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { formatPointer, parsePointer, resolvePointer } from '../../spec/json-pointer.ts';

/** The examples of RFC 6901 section 5. */
const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, ' ': 7 };

describe('a JSON pointer', () => {
  it.each<[string, readonly string[], unknown]>([
    ['', [], document],
    ['/foo', ['foo'], ['bar', 'baz']],
    ['/foo/0', ['foo', '0'], 'bar'],
    ['/', [''], 0],
    ['/a~1b', ['a/b'], 1],
    ['/c%d', ['c%d'], 2],
    ['/m~0n', ['m~n'], 8],
    ['/ ', [' '], 7],
  ])('%j is read, written and resolved', (pointer, segments, value) => {
    expect(parsePointer(pointer)).toEqual(segments);
    expect(formatPointer(segments)).toBe(pointer);
    expect(resolvePointer(document, pointer)).toEqual(value);
  });

  it('keeps ~1 in a name apart from a slash', () => {
    expect(parsePointer(formatPointer(['~1', '~0', '/']))).toEqual(['~1', '~0', '/']);
  });

  it.each(['/constructor', '/foo/length', '/foo/-', '/foo/01', '/foo/2', '/foo/0/0', '/absent/more'])(
    '%s finds nothing',
    (pointer) => {
      expect(resolvePointer(document, pointer)).toBeUndefined();
    },
  );

  it.each(['foo', '/~', '/a~2', '#/foo'])('is not %j', (text) => {
    expect(() => parsePointer(text)).toThrow(RangeError);
  });
});

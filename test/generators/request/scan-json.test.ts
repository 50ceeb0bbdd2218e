import { describe, expect, it } from '@jest/globals';
import { scanJson } from '../../../generators/request/scan-json.ts';

describe('the facts of a JSON text', () => {
  it('are its repeated members, by any spelling and at any depth', () => {
    expect(scanJson('{"a":1,"b":{"a":1},"\\u0061":2}').duplicates).toEqual(['/a']);
    expect(scanJson('[{"a":{}},{"a":[1,{"b":0,"b":0}]}]').duplicates).toEqual(['/1/a/1/b']);
    expect(scanJson('{"a":"{\\"b\\":1,\\"b\\":2}"}').duplicates).toEqual([]);
    expect(scanJson('{"__proto__":1,"constructor":2}').duplicates).toEqual([]);
  });

  it('are its numbers as they are written', () => {
    expect(scanJson('{"a/b":-1.50,"~":[2,3e2]}').numbers).toEqual([
      ['/a~1b', '-1.50'],
      ['/~0/0', '2'],
      ['/~0/1', '3e2'],
    ]);
  });

  it('are its odd texts, names included', () => {
    expect(scanJson('{"a":["x","\\u0000"],"\\u0001":"y"}').oddTexts).toEqual(['/a/1', '/\u0001']);
  });

  it('are found in a text that is nested deeper than a call stack', () => {
    const depth = 200_000;
    expect(scanJson(`${'['.repeat(depth)}${']'.repeat(depth)}`).numbers).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { clientDifferences } from '../../../checks/read/client.ts';
import { repeatedMember } from '../../../checks/read/repeated-member.ts';
import { show } from '../../../checks/read/show.ts';

const levels = 100_000;
const object = '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
const list = '['.repeat(levels) + ']'.repeat(levels);

describe('JSON that is nested deeper than the stack', () => {
  it.each([
    ['objects', object],
    ['lists', list],
  ])('of %s is looked through for repeated members', (_kind, text) => {
    expect(repeatedMember(text, JSON.parse(text))).toBeNull();
  });

  it('has a repeated member found in it', () => {
    const text = `{"b":${object},"b":1}`;
    expect(repeatedMember(text, JSON.parse(text))).toBe('b');
  });

  it('is quoted as what it is', () => {
    expect(show(JSON.parse(list))).toBe('a value that is nested too deep to be shown');
  });

  it('differs from what was sent', () => {
    expect(clientDifferences({ a: ['x'] }, { a: JSON.parse(list) as unknown })).toEqual([
      { at: '/a', expected: '["x"]', actual: 'a value that is nested too deep to be shown' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { SlotChange } from '../../../generators/case.ts';
import { changeSlot } from '../../../generators/request/change-slot.ts';

const changes: readonly SlotChange[] = [
  'truncated',
  'padded',
  'case-swapped',
  'first-character-changed',
  'last-character-changed',
];
const values = ['', 'a', 'A', '0', '9', 'w', '-', '1234', 'abcDEF', 'a-b_c.d', '\u{1F600}', 'x\u{1F600}'];

describe('a near miss of a value', () => {
  it.each(changes)('%s differs from every value, and is the same each time', (change) => {
    for (const value of values) {
      const changed = changeSlot(value, change);
      expect(changed).not.toBe(value);
      expect(changed).toBe(changeSlot(value, change));
      expect(changed).not.toBe('');
    }
  });

  it('is what its name says', () => {
    expect(changes.map((change) => changeSlot('abcDEF12', change))).toEqual([
      'abcDEF1',
      'abcDEF12x',
      'ABCdef12',
      'bbcDEF12',
      'abcDEF1A',
    ]);
  });

  it('changes the last character of base64 in a bit that decoders look at', () => {
    for (const last of 'AEIMQUYcgkosw048') {
      const value = `${'A'.repeat(42)}${last}`;
      const changed = changeSlot(value, 'last-character-changed');
      expect(Buffer.from(changed, 'base64')).not.toEqual(Buffer.from(value, 'base64'));
    }
  });
});

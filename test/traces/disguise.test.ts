import { describe, expect, it } from '@jest/globals';
import { measuredBits } from '../../checks/make/measured-bits.ts';
import { Disguise } from '../../traces/disguise.ts';

const disguise = new Disguise('a key');

describe('a disguise', () => {
  it('keeps length and alphabet, and neither the value nor its characters', () => {
    const shown = disguise.text('Zq9-Qx_Vw7~Ky0af');
    expect(shown).toMatch(/^[G-Z][g-z]\d-[G-Z][g-z]_[G-Z][g-z]\d~[G-Z][g-z]\d[a-f]{2}$/);
    expect(shown).not.toBe('Zq9-Qx_Vw7~Ky0af');
    expect(new Disguise('another key').text('Zq9-Qx_Vw7~Ky0af')).not.toBe(shown);
  });

  it('keeps what is equal equal, what begins alike alike, and what differs in one place so', () => {
    const [one, other] = [disguise.text('abcdefgh1'), disguise.text('abcdefgh2')];
    expect(one.slice(0, -1)).toBe(other.slice(0, -1));
    expect(one).not.toBe(other);
    expect(disguise.text('abcdefgh')).toBe(one.slice(0, -1));
    expect(disguise.text('ABCDEFGH1')).toBe(one.toUpperCase());
  });

  it('is the same under any escape', () => {
    expect(decodeURIComponent(disguise.text('ab%2Fcd%2Bef'))).toBe(disguise.text('ab/cd+ef'));
    expect(JSON.parse(`"${disguise.text('ab\\"cd\\u0065f')}"`)).toBe(disguise.text('ab"cdef'));
  });

  it('keeps what varies in a sequence', () => {
    const sequence = Array.from({ length: 64 }, (_, at) => `client-${String(at).padStart(6, '0')}`);
    expect(measuredBits(sequence.map((value) => disguise.text(value)))).toBe(measuredBits(sequence));
  });

  it('leaves no letter beyond ASCII as it was for long', () => {
    const shown = Array.from('éöüßñçåø', (letter) => disguise.text(letter)).join('');
    expect(shown).toMatch(/^[à-ï]{8}$/);
  });
});

import { describe, expect, it } from '@jest/globals';
import { clip, printable, printableLine } from '../../reports/printable.ts';

describe('printable text', () => {
  it.each([
    ['an escape sequence', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a bell and a backspace', 'a\u0007\u0008', 'a\\u{7}\\u{8}'],
    ['a null byte', '\0', '\\u{0}'],
    ['a one-byte control sequence introducer', '\u009b2J', '\\u{9b}2J'],
    ['a lone carriage return', 'good\rbad', 'good\\u{d}bad'],
    ['a direction override', '\u202egnp', '\\u{202e}gnp'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['a noncharacter, which XML forbids', '\uffff', '\\u{ffff}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
  ])('shows %s', (_name, raw, shown) => {
    expect(printable(raw)).toBe(shown);
  });

  it('leaves letters, emoji, tabs and line feeds, and turns line ends into line feeds', () => {
    expect(printable('é漢😀\ta\r\nb\n')).toBe('é漢😀\ta\nb\n');
  });

  it('fits one line on demand', () => {
    expect(printableLine('a\r\nb\tc')).toBe('a\\nb\\tc');
  });

  it('is cut between characters, with a mark', () => {
    expect(clip('😀😀😀', 3)).toBe('😀😀😀');
    expect(clip('😀😀😀😀', 3)).toBe('😀😀…');
  });
});

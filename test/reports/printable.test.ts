import { describe, expect, it } from '@jest/globals';
import { clip, coloured, paintFor, printable, printableLine, terminalText } from '../../reports/printable.ts';

describe('colours', () => {
  it.each<[string, { isTTY?: boolean }, Record<string, string>, boolean]>([
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal with an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a terminal with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a terminal that knows none', { isTTY: true }, { TERM: 'dumb' }, false],
    ['a pipe', {}, {}, false],
  ])('on %s', (_name, stream, environment, isColoured) => {
    expect(paintFor(stream, environment)('bad', 'x') !== 'x').toBe(isColoured);
  });

  it('are all that steers a terminal, and only those of ours', () => {
    expect(terminalText(`${coloured('good', 'a\u001b[31mb\u009b2J')}\u001b[32mc\u202e`)).toBe(
      '\u001b[32ma\\u{1b}[31mb\\u{9b}2J\u001b[39m\\u{1b}[32mc\\u{202e}',
    );
  });
});

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

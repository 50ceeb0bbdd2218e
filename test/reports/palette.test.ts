import { describe, expect, it } from '@jest/globals';
import { coloured, paintFor, terminalText } from '../../reports/palette.ts';

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

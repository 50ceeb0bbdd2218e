import { describe, expect, it } from '@jest/globals';
import { paintFor } from '../../reports/palette.ts';

describe('colours', () => {
  it.each<[string, { isTTY?: boolean }, Record<string, string>, boolean]>([
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal with an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a terminal with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a pipe', {}, {}, false],
  ])('on %s', (_name, stream, environment, isColoured) => {
    expect(paintFor(stream, environment)('bad', 'x') !== 'x').toBe(isColoured);
  });
});

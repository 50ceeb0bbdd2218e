import { describe, expect, it } from '@jest/globals';
import { isChosen } from '../../run/choose-suites.ts';

describe('a rule glob', () => {
  it.each([
    [[], 'error.state.error', true],
    [['error.*'], 'error.state.error', true],
    [['*.state.*'], 'error.state.error', true],
    [['error'], 'error.state.error', false],
    [['error.state.error'], 'error.state.error', true],
    [['error.state'], 'error.state.error', false],
    [['auth.*', 'error.state.*'], 'error.state.error', true],
    [['errorXstate*'], 'error.state.error', false],
    [['('], 'error.state.error', false],
  ])('%j on %s is %s', (globs, id, expected) => {
    expect(isChosen(globs, id)).toBe(expected);
  });
});

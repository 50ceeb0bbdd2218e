import { describe, expect, it } from '@jest/globals';
import { bearerFreshAccepted } from '../../../checks/bearer/rules.ts';

const tokens = (taken: number, refused: number): readonly string[] => [
  ...Array<string>(taken).fill('taken'),
  ...Array<string>(refused).fill('401'),
];

describe('tokens that were just given', () => {
  it.each([
    ['all are taken', tokens(40, 0)],
    ['one is refused under load', tokens(40, 1)],
    ['some are forbidden what is asked', [...tokens(20, 0), ...Array<string>(20).fill('403')]],
  ])('%s', (_, values) => {
    expect(bearerFreshAccepted.judge(values)).toEqual([]);
  });

  it('tell nothing where none is taken: the gateway may take no Bearer', () => {
    expect(bearerFreshAccepted.appliesTo?.(tokens(0, 40))).toBe(false);
    expect(bearerFreshAccepted.appliesTo?.(tokens(1, 39))).toBe(true);
  });

  it('are told to be refused where some are and others are not', () => {
    expect(bearerFreshAccepted.judge(tokens(20, 20))).toEqual([
      { at: 'status', expected: '2xx for all of 40 tokens', actual: '401 for 20' },
    ]);
  });
});

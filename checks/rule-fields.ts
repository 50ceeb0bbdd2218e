/** What some rules need from a target although no contract requires it. Profiles declare these names. */
export type Need = 'bearer' | 'refreshRotation' | 'identityProvider' | 'adfs';

/**
 * How much of the API a mock implements. Each level includes the ones before it. A mock of the level `shape` returns
 * the documented form. `validation` refuses requests that are invalid in themselves. `memory` remembers what it was
 * told. With `OAuth`, codes and tokens mean what OAuth says they mean.
 */
export const mockLevels = ['shape', 'validation', 'memory', 'OAuth'] as const;

export type MockLevel = (typeof mockLevels)[number];

/** Whether `level` demands more than `demanded`. */
export function isBeyond(level: MockLevel, demanded: MockLevel): boolean {
  return mockLevels.indexOf(level) > mockLevels.indexOf(demanded);
}

/** What is wrong with the second of two targets, compared to the first. */
export const differenceClasses = [
  'no answer',
  'wrong status',
  'too lax',
  'too strict',
  'no memory',
  'static answer',
  'wrong shape',
] as const;

/** A class of differences. */
export type DifferenceClass = (typeof differenceClasses)[number];

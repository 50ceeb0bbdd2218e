/** What some rules need of a target and no contract asks for. A profile declares them by these names. */
export type Need = 'bearer' | 'refreshRotation' | 'identityProvider' | 'adfs';

/**
 * How much of the API a mock has to be, each level with all before it: its answers have the documented form; it refuses
 * what is wrong in itself; it remembers what it was told; codes and tokens mean what OAuth says that they mean.
 */
export const mockLevels = ['shape', 'validation', 'memory', 'OAuth'] as const;

/** A level of a mock. */
export type MockLevel = (typeof mockLevels)[number];

/** Whether a level asks for more than another. */
export function isBeyond(level: MockLevel, demanded: MockLevel): boolean {
  return mockLevels.indexOf(level) > mockLevels.indexOf(demanded);
}

/** What is wrong with the second of two targets, measured by the first. */
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

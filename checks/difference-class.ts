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

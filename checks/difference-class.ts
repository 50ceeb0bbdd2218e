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

export type DifferenceClass = (typeof differenceClasses)[number];

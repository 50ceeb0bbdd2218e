import * as fc from 'fast-check';

/** How many examples a check takes again. */
const size = 6;

/** Some of the values, chosen by a seed. */
export function sampleOf<Value>(values: readonly Value[], seed: number): readonly Value[] {
  const [chosen = []] = fc.sample(fc.shuffledSubarray([...values], { minLength: size, maxLength: size }), {
    seed,
    numRuns: 1,
  });
  return chosen;
}

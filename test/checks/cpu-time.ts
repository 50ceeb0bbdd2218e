/**
 * The maximum cost of one text, in milliseconds of CPU. Work whose cost grows with the square of the length takes far
 * longer.
 */
const mostMs = 1000;
/**
 * Garbage collection, or other work on a busy machine, is sometimes counted as our CPU time. Slow work is slow every
 * time.
 */
const tries = 3;

/** The name and cost of a piece of work if it uses too much CPU time in every try. */
export function slowOnes(name: string, work: () => void): readonly string[] {
  let leastMs = Infinity;
  for (let time = 0; time < tries && leastMs >= mostMs; time += 1) leastMs = Math.min(leastMs, cpuMs(work));
  return leastMs < mostMs ? [] : [`${name}: ${(leastMs / 1000).toFixed(1)} s`];
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

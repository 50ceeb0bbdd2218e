/** What one text may cost, in milliseconds of CPU. One whose cost grows with the square of its length takes far longer. */
const mostMs = 1000;
/** A collection of garbage, or what a busy machine takes, counts as our CPU now and then; work that is slow is slow each time. */
const tries = 3;

/** The name and the cost of a piece of work, where it takes too much of the processor each time. */
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

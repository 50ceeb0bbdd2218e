/** What one text may cost, in milliseconds of CPU. One whose cost grows with the square of its length takes far longer. */
const mostMs = 1000;

/** The name and the cost of a piece of work, where it takes too much of the processor, however busy the machine is. */
export function slowOnes(name: string, work: () => void): readonly string[] {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const tookMs = (user + system) / 1000;
  return tookMs < mostMs ? [] : [`${name}: ${(tookMs / 1000).toFixed(1)} s`];
}

/**
 * The maximum cost of one text, in milliseconds of CPU. Work whose cost grows with the square of the length takes far
 * longer.
 */
const mostMs = 1000;
/** Garbage collection is sometimes counted as our CPU time. Slow work is slow every time. */
const tries = 3;
/** What the yardstick takes on a machine that the second is meant for. A slower or busier one is given more. */
const yardstickMs = 60;

/** The name and cost of a piece of work if it uses too much CPU time in every try. */
export function slowOnes(name: string, work: () => void): readonly string[] {
  let leastMs = Infinity;
  for (let time = 0; time < tries && leastMs >= mostMs; time += 1) {
    const slowness = leastMs === Infinity ? 1 : Math.max(1, cpuMs(yardstick) / yardstickMs);
    leastMs = Math.min(leastMs, cpuMs(work) / slowness);
  }
  return leastMs < mostMs ? [] : [`${name}: ${(leastMs / 1000).toFixed(1)} s`];
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const text = 'a;'.repeat(128 * 1024);

/** Work of the kind that is measured: it makes a text of another, piece by piece. */
function yardstick(): void {
  text.replace(/[a;]/gu, (piece) => `\\u{${(piece.codePointAt(0) ?? 0).toString(16)}}`);
}

import type { Latency } from '../../checks/verdict.ts';

/** The ratio of bucket widths: percentiles are within 2 % of the true value. */
const growth = 1.02;
/** The upper end of the smallest bucket. */
const finestMs = 0.01;

/** Collects durations in buckets, so that memory does not grow with their number. */
export class LatencyMeter {
  readonly #buckets = new Map<number, number>();
  #count = 0;
  #max = 0;

  add(durationMs: number): void {
    const bucket = Math.max(0, Math.ceil(Math.log(durationMs / finestMs) / Math.log(growth)));
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
    this.#count += 1;
    this.#max = Math.max(this.#max, durationMs);
  }

  /** Milliseconds with two decimals, or null if nothing was measured. */
  read(): Latency | null {
    if (this.#count === 0) return null;
    const sorted = [...this.#buckets].sort(([one], [other]) => one - other);
    const percentile = (share: number): number => {
      let rank = Math.ceil(share * this.#count);
      const found = sorted.find(([, count]) => (rank -= count) <= 0);
      return rounded(Math.min(this.#max, finestMs * growth ** (found?.[0] ?? 0)));
    };
    return { p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), max: rounded(this.#max) };
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}

import { describe, expect, it } from '@jest/globals';
import { LatencyMeter } from '../../../suites/engine/latency.ts';

describe('the latency meter', () => {
  it('reads nothing where nothing was measured', () => {
    expect(new LatencyMeter().read()).toBeNull();
  });

  it('reads percentiles within 2 %, and the largest as it was', () => {
    const meter = new LatencyMeter();
    for (let ms = 1000; ms >= 1; ms -= 1) meter.add(ms);
    const latency = meter.read();
    for (const [name, truth] of [
      ['p50', 500],
      ['p95', 950],
      ['p99', 990],
    ] as const) {
      expect(Math.abs((latency?.[name] ?? 0) - truth) / truth).toBeLessThan(0.021);
    }
    expect(latency?.max).toBe(1000);
  });

  it.each([0, 0.001, 123_456.789])('takes a duration of %d', (ms) => {
    const meter = new LatencyMeter();
    meter.add(ms);
    const { p50, max } = meter.read() ?? { p50: -1, max: -1 };
    expect(p50).toBeGreaterThanOrEqual(0);
    expect(p50).toBeLessThanOrEqual(max);
  });
});

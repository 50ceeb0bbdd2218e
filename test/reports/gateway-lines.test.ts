import { describe, expect, it } from '@jest/globals';
import { dialectLine, gatewayLines } from '../../reports/gateway-lines.ts';
import { redacted, sampleOperation } from './sample-report.ts';

describe('the line on forms of errors', () => {
  it('is not there where all had the documented one, or there were none', () => {
    expect(dialectLine([sampleOperation(), sampleOperation({ dialects: {} })])).toBeNull();
  });

  it('sums the others up, the most frequent first', () => {
    const records = [
      sampleOperation({ dialects: { 'status envelope': 90, HTML: 2, empty: 4 } }),
      sampleOperation({ operation: 'oauth_token_post', dialects: { HTML: 5 } }),
    ];
    expect(dialectLine(records)).toBe('errors without the status envelope: 7 HTML, 4 empty (2 operations)');
    expect(dialectLine(records.slice(1))).toBe(
      'errors without the status envelope: 5 HTML (oauth_token_post)',
    );
  });
});

const flake = { rule: 'response.status.documented', count: 2, example: redacted('at status: 503') };

describe('the lines on the way to the target', () => {
  it('tell the slowest operation, what was sent again and what did not show again', () => {
    const slow = { p50: 2, p95: 40, p99: 50, max: 60 };
    const records = [
      sampleOperation({ repeats: 2 }),
      sampleOperation({ operation: 'session', latency: slow, repeats: 1, flaky: [flake] }),
    ];
    expect(gatewayLines(records, 100)).toEqual([
      'slowest session: p50 2 ms, p95 40 ms, p99 50 ms, max 60 ms',
      '3 requests sent again after a 401, 403, 429, 502, 503 or reset',
      'FLAKY session response.status.documented: 2 not seen again, at status: 503',
    ]);
  });

  it('are few and short, however much there is', () => {
    const flaky = Array.from({ length: 40 }, () => ({ ...flake, example: redacted('x'.repeat(500)) }));
    const lines = gatewayLines([sampleOperation({ latency: null, flaky })], 100);
    expect(lines).toHaveLength(6);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.at(-1)).toBe('35 more flaky in the result file');
  });

  it('are none where there is nothing to tell', () => {
    expect(gatewayLines([sampleOperation({ latency: null })], 100)).toEqual([]);
  });
});

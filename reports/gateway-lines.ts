import type { OperationRecord } from '../checks/verdict.ts';
import { clip, printable } from './printable.ts';

/** The documented format of errors. Only other formats are mentioned. */
const documented = 'status envelope';

/** Which errors came in an undocumented format, and from how many operations; null if none did. */
export function dialectLine(records: readonly OperationRecord[]): string | null {
  const counts = new Map<string, number>();
  const operations = new Set<string>();
  for (const { operation, dialects } of records) {
    for (const [dialect, count] of Object.entries(dialects)) {
      if (dialect === documented) continue;
      counts.set(dialect, (counts.get(dialect) ?? 0) + count);
      operations.add(operation);
    }
  }
  if (counts.size === 0) return null;
  const list = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([dialect, count]) => `${count} ${dialect}`);
  const where = operations.size === 1 ? [...operations].join('') : `${operations.size} operations`;
  return `errors without the status envelope: ${list.join(', ')} (${where})`;
}

/** The maximum number of flaky rules that are listed. */
const shownFlakes = 5;

/**
 * What the gateway and network were like: how long answers took, which requests were sent again, and which violations
 * did not reproduce.
 */
export function gatewayLines(records: readonly OperationRecord[], width: number): readonly string[] {
  const repeats = records.reduce((sum, record) => sum + record.repeats, 0);
  const flakes = records.flatMap(({ operation, flaky, rules }) => {
    // If a rule is violated anyway, its violations that did not reproduce add nothing.
    const violated = new Set(rules.filter(({ findings }) => findings.length > 0).map(({ rule }) => rule));
    return flaky.filter(({ rule }) => !violated.has(rule)).map((flake) => ({ ...flake, operation }));
  });
  return [
    ...latencyLine(records),
    ...(repeats === 0 ? [] : [`${repeats} requests sent again after a 401, 403, 429, 502, 503 or reset`]),
    ...flakes
      .slice(0, shownFlakes)
      .map(({ operation, rule, count, example }) =>
        printable(`FLAKY ${operation} ${rule}: ${count} not seen again, ${example}`),
      ),
    ...(flakes.length > shownFlakes ? [`${flakes.length - shownFlakes} more flaky in the result file`] : []),
  ].map((text) => clip(text, width));
}

/** The operation with the slowest 95th percentile: single outliers say little about a target. */
function latencyLine(records: readonly OperationRecord[]): readonly string[] {
  const [slowest] = records
    .flatMap(({ operation, latency }) => (latency === null ? [] : [{ operation, ...latency }]))
    .sort((one, other) => other.p95 - one.p95);
  if (slowest === undefined) return [];
  const { operation, p50, p95, p99, max } = slowest;
  return [`slowest ${operation}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, max ${max} ms`];
}

import type { OperationRecord } from '../checks/verdict.ts';

/** The documented form of errors; only others are worth a word. */
const documented = 'status envelope';

/** Which errors came in another form than the documented one, and from how many operations; null where none did. */
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

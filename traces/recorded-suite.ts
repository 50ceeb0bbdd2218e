import type { Exchange } from '../driver/exchange.ts';
import type { RecordedCase } from '../suites/engine/recorded-cases.ts';
import type { RecordedSuite } from '../suites/engine/replay-suite.ts';
import type { HarPage } from './har.ts';
import { exchangeOf } from './har-entry.ts';
import type { Trace } from './parse-trace.ts';

/** The content of a trace for one suite; null if there is none. */
export function recordedSuite({ head, pages, entries }: Trace, suite: string): RecordedSuite | null {
  const found = head.suites.find((candidate) => candidate.suite === suite);
  if (found === undefined) return null;
  const { requests, repeats, startedAt, durationMs, residue, broken, isTargetGone } = found;
  const facts = { requests, repeats, startedAt, durationMs, residue, broken, isTargetGone };
  const exchanges = new Map<number, Exchange>();
  for (const entry of entries)
    if (entry._exchange.suite === suite)
      exchanges.set(entry._exchange.id, exchangeOf(entry, head.target.origin));
  const cases = new Map<string, RecordedCase[]>();
  for (const { _case: recorded } of pages) {
    if (recorded.suite !== suite) continue;
    const runs = cases.get(recorded.path) ?? [];
    cases.set(recorded.path, runs);
    runs.push(caseOf(recorded, exchanges));
  }
  return { facts, cases, password: head.password };
}

function caseOf({ hash, unset, steps }: HarPage['_case'], all: ReadonlyMap<number, Exchange>): RecordedCase {
  const exchanges = new Map<string, Exchange>();
  for (const [step, id] of Object.entries(steps)) {
    const exchange = all.get(id);
    if (exchange !== undefined) exchanges.set(step, exchange);
  }
  return { hash, unset, exchanges };
}

import { rulesOf } from '../checks/catalogue.ts';
import { compareSuite } from '../fidelity/compare-suite.ts';
import type { SuiteComparison } from '../fidelity/comparison.ts';
import { familiesOf } from '../generators/families.ts';
import { percent, scoreOf } from '../fidelity/score.ts';
import { startProgress } from '../reports/progress.ts';
import { Outage } from '../suites/engine/retry/outage.ts';
import type { RecordedSuite } from '../suites/engine/replay-suite.ts';
import type { SuitePlan } from '../suites/engine/suite-run.ts';
import type { Wire } from '../suites/engine/wire.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { recordedSuite } from '../traces/recorded-suite.ts';
import { isInterrupted } from './interruption.ts';
import { loadTrace } from './open-trace.ts';
import { openOwnTarget } from './own-target.ts';
import type { PlannedComparison, PlannedSide } from './plan-comparison.ts';
import { messages } from './terminal.ts';

/** The maximum number of cases sent to shrink one difference. */
const shrinksEach = 60;

/** Compares two targets suite by suite, and reports each suite as it is done. */
export async function driveComparison(comparison: PlannedComparison): Promise<readonly SuiteComparison[]> {
  const { suites } = comparison;
  const progress = comparison.settings.quiet ? null : startProgress(messages, suites.length);
  const a = openSide(comparison.a, comparison.concurrency);
  const b = openSide(comparison.b, comparison.concurrency);
  const done: SuiteComparison[] = [];
  try {
    for (const suite of suites) {
      if (isInterrupted()) break;
      const sides = { a: (await recordedOf(comparison.a, suite)) ?? a.wire, b: b.wire };
      const found = await driveSuite(suite, comparison, sides, ({ done, total }) => {
        progress?.advance({ operation: suite, done, total, findings: 0 });
      });
      progress?.finishWith(finishedText(found), countedOf(found));
      done.push(found);
    }
  } finally {
    progress?.close();
    await Promise.all([a.close(), b.close()]);
  }
  return done;
}

function driveSuite(
  suite: SuiteId,
  comparison: PlannedComparison,
  wires: { readonly a: Wire | RecordedSuite; readonly b: Wire },
  onProgress: SuitePlan['onProgress'],
): Promise<SuiteComparison> {
  const { contract, seed, concurrency, deadline, replay, wrongCredentialsInARow } = comparison;
  const { runs, shrinks, level, readOnly: isReadOnly } = comparison.settings;
  return compareSuite(
    {
      ...{ suite, contract, seed, runs, concurrency, deadline, replay, level, isReadOnly },
      shrinkBudget: { each: shrinksEach, all: shrinks },
      families: familiesOf(contract, suite),
      rules: rulesOf(suite),
      wrongCredentialsInARow,
      outage: new Outage(true),
      isInterrupted,
      onProgress,
    },
    wires,
  );
}

/** A suite as the trace recorded it; null for a side that is sent requests. */
async function recordedOf({ trace }: PlannedSide, suite: SuiteId): Promise<RecordedSuite | null> {
  return trace === null ? null : recordedSuite(await loadTrace(trace, 'A'), suite);
}

function openSide(
  { plan, secrets }: PlannedSide,
  connections: number,
): { readonly wire: Wire; readonly close: () => Promise<void> } {
  const { login, send, close } = openOwnTarget(plan, secrets, connections);
  return { wire: { target: login, send }, close };
}

function countedOf({ differences }: SuiteComparison): number {
  return differences.filter(({ isCounted }) => isCounted).length;
}

function finishedText(found: SuiteComparison): string {
  const score = scoreOf(found);
  const fidelity = score === null ? 'nothing compared' : `${percent(score)} %`;
  return `${found.operation} ${fidelity}, ${countedOf(found)} differences, ${found.requests.a + found.requests.b} requests`;
}

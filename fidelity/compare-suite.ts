import { isBeyond } from '../checks/rule-fields.ts';
import type { MockLevel } from '../checks/rule-fields.ts';
import { redactText } from '../driver/secrets/redactor.ts';
import { limitAfter } from '../driver/time-limit.ts';
import { drawCases, drawReplay } from '../suites/engine/draw-cases.ts';
import { countCases, rankOf } from '../suites/engine/shares.ts';
import type { DrawnCase } from '../suites/engine/draw-cases.ts';
import { readingPart } from '../suites/engine/read-only.ts';
import type { Wire } from '../suites/engine/wire.ts';
import type { RecordedSuite } from '../suites/engine/replay-suite.ts';
import type { SuitePlan } from '../suites/engine/suite-run.ts';
import { ReadWriteLock } from '../suites/engine/read-write-lock.ts';
import { compareCase } from './both-sides.ts';
import type { ComparedKind, DifferenceRecord, SuiteComparison } from './comparison.ts';
import { DifferenceTally } from './difference-tally.ts';
import type { DifferenceGroup } from './difference-tally.ts';
import type { Difference } from './difference.ts';
import { lookAgain } from './look-again.ts';
import type { Looking, Sighting } from './look-again.ts';
import { openSide } from './side.ts';
import type { Side } from './side.ts';
import { sampleDifferences } from './value-samples.ts';

/** The plan for comparing two targets over one suite. */
export interface ComparePlan extends SuitePlan {
  /** Up to which level differences count. */
  readonly level: MockLevel;
  /** Called for each difference when it is first seen, before it is reproduced. */
  readonly onDifference?: (difference: Difference) => void;
}

/** Time limit for reproducing all differences of a suite together. */
const searchTimeMs = 60_000;
/** Differences of a suite whose cases are shrunk; the others are reported as found. */
const shrunkDifferences = 8;

/**
 * Sends the cases of a suite to two targets, one of which may be a recording, and reports the differences in their
 * answers.
 */
export async function compareSuite(
  plan: ComparePlan,
  targets: { readonly a: Wire | RecordedSuite; readonly b: Wire },
): Promise<SuiteComparison> {
  const sides = { a: openSide(plan, targets.a), b: openSide(plan, targets.b) };
  const tally = new DifferenceTally(plan.onDifference);
  await driveCases(plan, sides, tally);
  const reason = reasonOf(sides);
  const limit = limitAfter(searchTimeMs);
  const looking = {
    ...{ a: sides.a.run, b: sides.b.run },
    shrinksLeft: reason === null ? plan.shrinkBudget.all : 0,
    isOver: () => reason !== null || limit.isOver() || sides.a.run.isOver() || sides.b.run.isOver(),
  };
  sides.a.stop.release();
  sides.b.stop.release();
  const found = await lookAtAll(plan, looking, tally.groups);
  const overAll = sampleDifferences(sides.a.samples, sides.b.samples).map((one) => overAllRecord(plan, one));
  const [residueA, residueB] = await Promise.all([sides.a.leave(), sides.b.leave()]);
  return {
    operation: plan.suite,
    kinds: [...tally.kinds(found.counting), ...valueKinds(sides, overAll)],
    differences: [...found.records, ...overAll],
    shared: tally.shared,
    together: tally.together,
    whims: found.whims,
    requests: { a: sides.a.count(), b: sides.b.count() },
    residue: { a: residueA, b: residueB },
    broken: reason,
  };
}

function reasonOf({ a, b }: { readonly a: Side; readonly b: Side }): string | null {
  if (a.stop.reason !== null) return `A: ${a.stop.reason}`;
  return b.stop.reason === null ? null : `B: ${b.stop.reason}`;
}

async function driveCases(
  plan: ComparePlan,
  sides: { readonly a: Side; readonly b: Side },
  tally: DifferenceTally,
): Promise<void> {
  const drawn = plan.replay === null ? drawCases(plan) : drawReplay(plan, plan.replay);
  const total = countCases(plan);
  const lock = new ReadWriteLock();
  let ordinal = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      if (sides.a.stop.isStopped() || sides.b.stop.isStopped() || plan.isEnough?.() === true) return;
      if (sides.a.isPast()) return;
      const next = drawn.next();
      if (next.done === true) return;
      ordinal += 1;
      const mine = ordinal;
      await lock.take(next.value.family.isAlone === true, () =>
        driveCase(sides, tally, next.value, rankOf(next.value.family, mine, total)),
      );
      plan.onProgress({ done: mine, total });
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, worker));
}

async function driveCase(
  { a, b }: { readonly a: Side; readonly b: Side },
  tally: DifferenceTally,
  drawn: DrawnCase,
  ordinal: number,
): Promise<void> {
  const testCase = a.run.plan.isReadOnly === true ? readingPart(drawn.testCase) : drawn.testCase;
  if (testCase === null) return;
  const comparison = await compareCase({ path: drawn.path, testCase }, { a: a.run, b: b.run });
  if (comparison === null) return;
  a.samples.add(comparison.a.attempt);
  b.samples.add(comparison.b.attempt);
  tally.add(comparison, { ...drawn, testCase }, ordinal);
}

async function lookAtAll(
  plan: ComparePlan,
  looking: Looking,
  groups: readonly DifferenceGroup[],
): Promise<{ readonly records: DifferenceRecord[]; readonly counting: Set<string>; readonly whims: number }> {
  const records: DifferenceRecord[] = [];
  const counting = new Set<string>();
  let whims = 0;
  for (const group of groups) {
    const seen = await lookAgain(looking, group, records.length < shrunkDifferences);
    if (seen === 'transient') {
      whims += 1;
      continue;
    }
    const record = recordOf(plan, group, { sighting: seen === 'no time' ? null : seen, looking });
    if (record.isCounted) counting.add(group.key);
    records.push(record);
  }
  return { records, counting, whims };
}

function recordOf(
  plan: ComparePlan,
  group: DifferenceGroup,
  { sighting, looking }: { readonly sighting: Sighting | null; readonly looking: Looking },
): DifferenceRecord {
  const passwords = [looking.a.password, looking.b.password];
  return {
    ...factsOf(plan, group.difference),
    rules: [...group.rules],
    here: [...group.here],
    families: [...group.families],
    at: sighting?.evidence.at ?? redactText(group.difference.at, passwords),
    count: group.count,
    isSeenAgain: sighting !== null,
    path: sighting?.path ?? '',
    shrinks: sighting?.shrinks ?? 0,
    // Without evidence nothing is quoted, since its secrets are not known.
    a: sighting?.evidence.a ?? redactText('not shown', []),
    b: sighting?.evidence.b ?? redactText('not shown', []),
    exchanges: sighting?.evidence.exchanges ?? { a: [], b: [] },
  };
}

function factsOf(
  plan: ComparePlan,
  { class: kind, level, odd, facet, step, at }: Difference,
): Pick<DifferenceRecord, 'operation' | 'class' | 'level' | 'odd' | 'facet' | 'step' | 'at' | 'isCounted'> {
  const isCounted = facet !== 'incidental header' && !isBeyond(level, plan.level);
  return { operation: plan.suite, class: kind, level, odd, facet, step, at, isCounted };
}

function overAllRecord(plan: ComparePlan, difference: Difference): DifferenceRecord {
  return {
    ...factsOf(plan, difference),
    ...{
      rules: difference.rules,
      here: difference.here,
      families: [],
      count: 1,
      isSeenAgain: true,
      path: '',
      shrinks: 0,
    },
    a: redactText(difference.a, []),
    b: redactText(difference.b, []),
    exchanges: { a: [], b: [] },
  };
}

/** The values that the targets chose, as one more kind of cases. */
function valueKinds(
  { a, b }: { readonly a: Side; readonly b: Side },
  differences: readonly DifferenceRecord[],
): readonly ComparedKind[] {
  const compared = Math.max(a.samples.size, b.samples.size);
  const alike = compared - differences.filter(({ isCounted }) => isCounted).length;
  return compared === 0
    ? []
    : [{ family: 'values', compared, alike, likeness: alike / compared, leftOut: 0 }];
}

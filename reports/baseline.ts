import type { RuleRecord } from '../checks/verdict.ts';
import { defectFingerprint } from './fingerprint.ts';
import { clip } from './printable.ts';
import type { ResultFile } from './result-file.ts';
import { ruleRecords } from './roll-up.ts';
import type { BaselineComparison, DefectOfRun, RunReport } from './run-report.ts';

/** Compares a run with an earlier one, defect by defect. Known deviations count as defects: they are still there. */
export function compareWithBaseline(
  report: Pick<RunReport, 'records'>,
  earlier: ResultFile,
): BaselineComparison {
  const records = ruleRecords(report);
  const now = distinct(records.flatMap((record) => defectsOf(record, record.findings)));
  const before = distinct(earlier.verdicts.flatMap((verdict) => defectsOf(verdict, verdict.violations)));
  const judged = new Set(records.filter(isJudged).map(nameOf));
  const gone = [...before.values()].filter(({ fingerprint }) => !now.has(fingerprint));
  const present = [...now.values()];
  return {
    startedAt: earlier.startedAt,
    seed: earlier.seed,
    build: earlier.target.build,
    new: present.filter(({ fingerprint }) => !before.has(fingerprint)),
    stillFailing: present.filter(({ fingerprint }) => before.has(fingerprint)),
    fixed: gone.filter((defect) => judged.has(nameOf(defect))),
    notJudged: gone.filter((defect) => !judged.has(nameOf(defect))),
  };
}

function defectsOf(
  { operation, rule, level }: Pick<RuleRecord, 'rule' | 'level'> & { readonly operation: string },
  places: readonly { readonly at: string }[],
): readonly DefectOfRun[] {
  return places.map(({ at }) => {
    const defect = { operation, rule, at };
    return { operation, rule, level, at, fingerprint: defectFingerprint(defect) };
  });
}

function distinct(defects: readonly DefectOfRun[]): ReadonlyMap<string, DefectOfRun> {
  return new Map(defects.map((defect) => [defect.fingerprint, defect]));
}

function isJudged({ judged, verdict }: RuleRecord): boolean {
  return judged > 0 && verdict !== 'broken';
}

function nameOf({ operation, rule }: { readonly operation: string; readonly rule: string }): string {
  return `${operation} ${rule}`;
}

/** The maximum number of defects of each kind that are listed. */
const shownDefects = 10;

/** Lines on what became of the defects of an earlier run. */
export function baselineLines(baseline: BaselineComparison | null, width: number): readonly string[] {
  if (baseline === null) return [];
  const { startedAt, seed, build, fixed, stillFailing, notJudged } = baseline;
  const earlier = [`seed ${seed}`, ...(build === null ? [] : [`build ${build}`])].join(', ');
  const counts = [
    `${baseline.new.length} new`,
    `${stillFailing.length} still failing`,
    `${fixed.length} fixed`,
    ...(notJudged.length === 0 ? [] : [`${notJudged.length} not judged this time`]),
  ];
  return [
    `since ${startedAt} (${earlier}): ${counts.join(', ')}`,
    ...defectLines('NEW', baseline.new),
    ...defectLines('FIXED', fixed),
  ].map((text) => clip(text, width));
}

function defectLines(kind: string, defects: readonly DefectOfRun[]): readonly string[] {
  const more = defects.length - shownDefects;
  return [
    ...defects
      .slice(0, shownDefects)
      .map(({ operation, rule, level, at }) => `${kind} ${operation} ${rule} (${level}) at ${at}`),
    ...(more > 0 ? [`${more} more ${kind} in the result file`] : []),
  ];
}

import type { BaselineComparison, DefectOfRun } from './baseline.ts';
import { clip } from './printable.ts';

/** Defects that are told one by one, of each kind. */
const shownDefects = 10;

/** What has become of the defects of an earlier run, in lines. */
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

import type { FamilyCount, Finding, RuleRecord } from '../checks/verdict.ts';
import { sortedFindings } from './failure-text.ts';
import { printable } from './printable.ts';

/** A violation in the result file. */
export interface ResultViolation {
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
  /** Whether any of its cases showed it when sent again; null if none was sent again. Not in older files. */
  readonly seenAgain?: boolean | null;
  /** The cases that show it, one for each family that was examined. Not in older files. */
  readonly cases?: readonly ResultCase[];
}

/** A case that shows a violation. The path is an argument of `--replay`, or empty if only the whole run shows it. */
export interface ResultCase extends FamilyCount {
  readonly path: string;
  readonly seenAgain: boolean | null;
}

/** Several families often show the same violation, but a script needs it only once, with the cases of each. */
export function distinctViolations(record: RuleRecord): readonly ResultViolation[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of sortedFindings(record)) {
    const { at, expected, actual } = finding;
    const key = JSON.stringify([at, expected, actual].map(printable));
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((findings) => {
    const [first] = findings;
    return first === undefined ? [] : [violationOf(first, findings)];
  });
}

function violationOf({ at, expected, actual }: Finding, findings: readonly Finding[]): ResultViolation {
  const outcomes = findings.map(({ isReproduced }) => isReproduced);
  return {
    at: printable(at),
    expected: printable(expected),
    actual: printable(actual),
    seenAgain: outcomes.includes(true) ? true : outcomes.includes(false) ? false : null,
    cases: findings.map(({ family, count, path, isReproduced }) => ({
      family: printable(family),
      count,
      path,
      seenAgain: isReproduced,
    })),
  };
}

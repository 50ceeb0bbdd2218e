import { mockLevelOf } from '../../checks/classification.ts';
import { mockLevels, type MockLevel } from '../../checks/rule-fields.ts';
import type { RunFile } from './finding.ts';

/** The part of a comparison's result file that the zoo uses. */
export interface ScoredComparison {
  readonly fidelity: number | null;
  readonly operations: readonly {
    readonly operation: string;
    readonly fidelity: number | null;
    /** Why it was not compared to its end, or null. */
    readonly broken: string | null;
  }[];
}

/** Shares from 0 to 1; null if there was nothing to judge. */
export interface Score {
  /** The share of each level's rules that were kept. */
  readonly levels: Readonly<Record<MockLevel, number | null>>;
  /** The share of cases that were answered like the reference target. */
  readonly fidelity: number | null;
}

/** The score of an operation, or of sessions. */
export interface OperationScore extends Score {
  readonly operation: string;
}

/**
 * Whether a verdict counts as keeping the rule. Broken does not: it means that nothing could be set up. Other verdicts
 * do not count.
 */
const isKept: Readonly<Record<string, boolean>> = {
  pass: true,
  'unexpected pass': true,
  fail: false,
  warn: false,
  broken: false,
  'known deviation': false,
};

/** The score of each operation of a comparison, in its order. */
export function scoreOperations(run: RunFile, comparison: ScoredComparison): readonly OperationScore[] {
  return comparison.operations.map(({ operation, fidelity }) => ({
    ...{ operation, fidelity },
    levels: scoreLevels(run.verdicts.filter((verdict) => verdict.operation === operation)),
  }));
}

/** The score of a mock, over all rules on all operations. */
export function scoreMock(run: RunFile, comparison: ScoredComparison): Score {
  return { levels: scoreLevels(run.verdicts), fidelity: comparison.fidelity };
}

/**
 * Why a mock was not driven to its end, or null. Its scores would then say more about the machine than about the mock.
 */
export function brokenOff(run: RunFile, comparison: ScoredComparison): string | null {
  const stopped = run.verdicts.find(
    ({ reason }) => reason?.startsWith('the target stopped answering') === true,
  );
  return stopped?.reason ?? comparison.operations.find(({ broken }) => broken !== null)?.broken ?? null;
}

function scoreLevels(verdicts: RunFile['verdicts']): Score['levels'] {
  const share = (level: MockLevel): number | null => {
    const judged = verdicts.flatMap(({ rule, verdict }) =>
      mockLevelOf(rule) === level ? (isKept[verdict] ?? []) : [],
    );
    return judged.length === 0 ? null : judged.filter(Boolean).length / judged.length;
  };
  return Object.fromEntries(mockLevels.map((level) => [level, share(level)])) as Score['levels'];
}

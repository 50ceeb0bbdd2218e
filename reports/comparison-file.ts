import type { MockLevel } from '../checks/rule-fields.ts';
import type { Comparison, DifferenceRecord, SuiteComparison } from '../fidelity/comparison.ts';
import { scoreOf, totalScore } from '../fidelity/score.ts';
import { findDifferenceCauses } from './causes/difference-causes.ts';
import type { DifferenceCause } from './causes/difference-causes.ts';
import { comparisonCommand } from './replay-command.ts';
import { comparisonExitCode } from './roll-up.ts';
import { firstFailing, levelLines } from './comparison-text.ts';
import { printable } from './printable.ts';
import { writeWhole } from './write-whole.ts';

/** An operation in the result file of a comparison. */
export interface ComparedOperation extends Pick<
  SuiteComparison,
  'operation' | 'kinds' | 'shared' | 'whims' | 'requests' | 'broken'
> {
  /** From 0 to 1; null if nothing was compared. */
  readonly fidelity: number | null;
}

/** A difference in the result file of a comparison, with the smallest case that shows it. */
export interface ComparedDifference extends Omit<
  DifferenceRecord,
  'a' | 'b' | 'path' | 'shrinks' | 'exchanges' | 'here'
> {
  /** What each target showed. */
  readonly a: string;
  readonly b: string;
  /** With the seed, the case that shows it; null for a difference over all cases. */
  readonly path: string | null;
  /** The command that sends the case again. */
  readonly command: string;
  readonly request: string | null;
  readonly answers: { readonly a: string | null; readonly b: string | null };
  readonly curl: string | null;
}

/** A cause in the result file of a comparison. */
export interface ComparedCause extends Omit<DifferenceCause, 'differences'> {
  /** What it explains: places in the list of differences, from 0. */
  readonly differences: readonly number[];
}

/** The result file of a comparison, version 1. `comparison.schema.json` describes it. Any change needs a new version. */
export interface ComparisonFile extends Omit<Comparison, 'suites' | 'invocation' | 'carriedArguments'> {
  readonly schemaVersion: 1;
  /** From 0 to 1; null if nothing was compared. */
  readonly fidelity: number | null;
  /** Per cent; null if no difference at all was allowed. */
  readonly minFidelity: number | null;
  readonly exitCode: number;
  /** How many differences count, by level; null for a level that was not asked for. */
  readonly levels: Readonly<Record<string, number | null>>;
  readonly firstFailingLevel: MockLevel | null;
  readonly operations: readonly ComparedOperation[];
  /** What explains the differences, the widest first. Each difference is in exactly one. */
  readonly causes: readonly ComparedCause[];
  readonly differences: readonly ComparedDifference[];
}

/** A comparison in the format of its result file. */
export function buildComparisonFile(comparison: Comparison, gate: number | null): ComparisonFile {
  const {
    tool,
    contract,
    targets,
    seed,
    runs,
    startedAt,
    durationMs,
    level,
    suites,
    isInterrupted,
    residue,
  } = comparison;
  const levels = levelLines(comparison);
  const differences = suites.flatMap((suite) => suite.differences);
  return {
    schemaVersion: 1,
    ...{ tool, contract, targets, seed, runs, startedAt, durationMs, level, isInterrupted, residue },
    fidelity: totalScore(comparison),
    minFidelity: gate,
    exitCode: comparisonExitCode(comparison, gate),
    levels: Object.fromEntries(levels.map((line) => [line.level, line.differences])),
    firstFailingLevel: firstFailing(levels),
    operations: suites.map((suite) => {
      const { operation, kinds, shared, whims, requests, broken } = suite;
      return { operation, fidelity: scoreOf(suite), kinds, shared, whims, requests, broken };
    }),
    causes: findDifferenceCauses(comparison).map((cause) => ({
      ...cause,
      statement: printable(cause.statement),
      differences: cause.differences.map((one) => differences.indexOf(one)),
    })),
    differences: differences.map((difference) => differenceEntry(difference, comparison)),
  };
}

/** Writes the result file of a comparison. The write is atomic, because scripts read the file. */
export async function writeComparison(
  file: string,
  comparison: Comparison,
  gate: number | null,
): Promise<void> {
  await writeWhole(file, `${JSON.stringify(buildComparisonFile(comparison, gate), null, 2)}\n`);
}

function differenceEntry(difference: DifferenceRecord, comparison: Comparison): ComparedDifference {
  const { operation, level, odd, facet, step, rules, families, count, isCounted, isSeenAgain } = difference;
  const main = (of: 'a' | 'b'): DifferenceRecord['exchanges']['a'][number] | undefined =>
    difference.exchanges[of].find((exchange) => exchange.step === step) ?? difference.exchanges[of].at(-1);
  return {
    ...{ operation, class: difference.class, level, odd, facet, step },
    at: printable(difference.at),
    a: printable(difference.a),
    b: printable(difference.b),
    ...{ rules, families, count, isCounted, isSeenAgain },
    path: difference.path === '' ? null : difference.path,
    command: comparisonCommand(comparison, difference),
    request: textOf(main('a')?.request),
    answers: { a: textOf(main('a')?.response), b: textOf(main('b')?.response) },
    curl: textOf(main('a')?.curl),
  };
}

function textOf(text: string | undefined): string | null {
  return text === undefined ? null : printable(text);
}

import type { Comparison, DifferenceRecord } from '../fidelity/comparison.ts';
import { scoreOf, totalScore } from '../fidelity/score.ts';
import { comparisonCommand } from './replay-command.ts';
import { comparisonExitCode } from './roll-up.ts';
import { firstFailing, levelLines } from './comparison-text.ts';
import { printable } from './printable.ts';
import { writeWhole } from './write-whole.ts';

/**
 * A comparison in the format of its result file, version 1. `comparison.schema.json` describes it. Any change needs a
 * new version.
 */
export function buildComparisonFile(comparison: Comparison, gate: number | null): object {
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
    differences: suites.flatMap(({ differences }) =>
      differences.map((difference) => differenceEntry(difference, comparison)),
    ),
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

function differenceEntry(difference: DifferenceRecord, comparison: Comparison): object {
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

import path from 'node:path';
import type { Comparison, SuiteComparison } from '../../fidelity/comparison.ts';
import { comparisonExitCode } from '../../reports/comparison-exit.ts';
import { writeComparison } from '../../reports/comparison-file.ts';
import { comparisonPage } from '../../reports/comparison-page.ts';
import { comparisonSummary } from '../../reports/comparison-summary.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import { closeAccount, openAccount, type Residue } from '../account-of-run.ts';
import { driveComparison } from '../drive-comparison.ts';
import { isInterrupted, watchInterruption } from '../interruption.ts';
import { invocation, tool } from '../package-facts.ts';
import { planComparison, type ComparedTargets, type PlannedComparison } from '../plan-comparison.ts';
import type { GivenOptions } from '../run-options.ts';
import { UserError } from '../user-error.ts';
import { output } from '../terminal.ts';

/** Compares two targets as the options say, writes the reports and gives the exit code. */
export async function compareTargets(
  targets: ComparedTargets,
  options: GivenOptions,
  minFidelity: string | undefined,
): Promise<number> {
  watchInterruption();
  const gate = minFidelity === undefined ? null : parsePercent(minFidelity);
  const planned = await planComparison(targets, options);
  try {
    const comparison = await drive(planned);
    const reportFile = options.noReport === true ? null : path.join(planned.reportDir, 'comparison.html');
    if (reportFile !== null) await writeWhole(reportFile, comparisonPage(comparison));
    if (options.result !== undefined) await writeComparison(options.result, comparison, gate);
    const paint = output.paint;
    output.write(comparisonSummary(comparison, { paint, reportFile, gate }));
    return comparisonExitCode(comparison, gate);
  } finally {
    await Promise.all([planned.a.close(), planned.b.close()]);
  }
}

async function drive(planned: PlannedComparison): Promise<Comparison> {
  const { a, b, contract } = planned;
  const startedAt = new Date();
  await openAccount(a.plan, a.secrets);
  await openAccount(b.plan, b.secrets);
  const suites = await driveComparison(planned);
  const residue = {
    a: await closeAccount(a.plan, a.secrets, sumOf(suites, 'a')),
    b: await closeAccount(b.plan, b.secrets, sumOf(suites, 'b')),
  };
  const { title, version, sha256 } = contract;
  const { names, seed, runs, level, carriedArguments } = planned;
  return {
    ...{ tool, contract: { title, version, sha256 }, targets: names, invocation, carriedArguments },
    ...{ seed, runs, level, suites, residue, isInterrupted: isInterrupted() },
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
  };
}

function sumOf(suites: readonly SuiteComparison[], side: 'a' | 'b'): Residue {
  const all = suites.map(({ residue }) => residue[side]);
  return {
    created: all.reduce((sum, { created }) => sum + created, 0),
    removed: all.reduce((sum, { removed }) => sum + removed, 0),
    left: all.flatMap(({ left }) => left),
  };
}

function parsePercent(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= 0 && value <= 100))
    throw new UserError(`--min-fidelity: expected a number from 0 to 100, got "${text}"`);
  return value;
}

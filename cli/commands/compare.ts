import { existsSync } from 'node:fs';
import path from 'node:path';
import { monotonicMs } from '../../driver/time-limit.ts';
import type { Comparison, SuiteComparison } from '../../fidelity/comparison.ts';
import { comparisonExitCode } from '../../reports/roll-up.ts';
import { writeComparison } from '../../reports/comparison-file.ts';
import { comparisonPage } from '../../reports/comparison-page.ts';
import { comparisonSummary } from '../../reports/comparison-summary.ts';
import { writeWhole } from '../../reports/write-whole.ts';
import { checkOutputs } from '../../run/check-outputs.ts';
import { closeClientLedger, openClientLedger } from '../../run/run-client-ledger.ts';
import type { RecordedResidue } from '../../run/run-client-ledger.ts';
import { driveComparison } from '../../run/drive-comparison.ts';
import { beforeEnd, boundRun, isInterrupted } from '../../run/interruption.ts';
import { invocation, tool } from '../../run/package-facts.ts';
import { planComparison, reference } from '../../run/plan-comparison.ts';
import type { ComparedTargets, PlannedComparison } from '../../run/plan-comparison.ts';
import type { GivenOptions } from '../../run/options/run-settings.ts';
import { writeRulesPage } from '../../run/rule-topics.ts';
import { lastLineOf, output } from '../../run/terminal.ts';
import { exitCodes, UserError } from '../../run/user-error.ts';
import { compareLedgers } from './compare-ledgers.ts';

/** Options that only `compare` has. */
interface ComparisonChoices {
  readonly minFidelity: string | undefined;
  /** Faults of B if it is the reference. */
  readonly faults: readonly string[];
}

/** Compares two targets, a trace with a target, or two behaviour ledgers, and returns the exit code. */
export async function compare(
  a: string,
  b: string,
  options: GivenOptions,
  { minFidelity, faults }: ComparisonChoices,
): Promise<number> {
  await checkOutputs(options, { writes: ['result'], inputs: [a, b].filter(isFile) });
  return isFile(a) && isFile(b)
    ? compareLedgers(a, b, options.result ?? null)
    : compareTargets({ a, b, isRecorded: isFile(a), faults }, options, minFidelity);
}

/** A file that has the name of a target must be given with its folder. */
function isFile(argument: string): boolean {
  return argument !== reference && !/^https?:/i.test(argument) && existsSync(argument);
}

async function compareTargets(
  targets: ComparedTargets,
  options: GivenOptions,
  minFidelity: string | undefined,
): Promise<number> {
  boundRun(options.maxTime);
  const gate = minFidelity === undefined ? null : parsePercent(minFidelity);
  const planned = await beforeEnd(planComparison(targets, options));
  try {
    const comparison = await drive(planned);
    const reportFile = options.noReport === true ? null : path.join(planned.reportDir, 'comparison.html');
    if (options.result !== undefined) await writeComparison(options.result, comparison, gate);
    if (reportFile !== null) {
      await writeWhole(reportFile, comparisonPage(comparison));
      await writeRulesPage(planned.reportDir, invocation);
    }
    const summary = comparisonSummary(comparison, { paint: output.paint, reportFile, gate });
    output.write(options.quiet === true ? lastLineOf(summary) : summary);
    return isInterrupted() ? exitCodes.interrupted : comparisonExitCode(comparison, gate);
  } finally {
    await Promise.all([planned.a.close(), planned.b.close()]);
  }
}

async function drive(planned: PlannedComparison): Promise<Comparison> {
  const { a, b, contract } = planned;
  const startedAt = new Date();
  const startedMs = monotonicMs();
  // Concurrently, so that a delay at one target does not use up the time of the other.
  await Promise.all([a, b].map(({ plan, secrets }) => openClientLedger(plan, secrets)));
  const suites = await driveComparison(planned);
  const [ofA, ofB] = await Promise.all([
    closeClientLedger(a.plan, a.secrets, sumOf(suites, 'a')),
    closeClientLedger(b.plan, b.secrets, sumOf(suites, 'b')),
  ]);
  const { title, version, sha256 } = contract;
  const { names, seed, settings, carriedArguments } = planned;
  return {
    ...{ tool, contract: { title, version, sha256 }, targets: names, invocation, carriedArguments },
    ...{
      seed,
      runs: settings.runs,
      level: settings.level,
      suites,
      residue: { a: ofA, b: ofB },
      isInterrupted: isInterrupted(),
    },
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(monotonicMs() - startedMs),
  };
}

function sumOf(suites: readonly SuiteComparison[], side: 'a' | 'b'): RecordedResidue {
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

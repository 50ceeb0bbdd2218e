import { mkdir } from 'node:fs/promises';
import { monotonicMs } from '../../driver/time-limit.ts';
import type { TimeLimit } from '../../driver/time-limit.ts';
import { sumResidue } from '../../reports/result-file.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { closeClientLedger, openClientLedger } from '../../run/run-client-ledger.ts';
import { buildRunReport } from '../../run/build-run-report.ts';
import { claimResults } from '../../run/folder-lock.ts';
import { planRun } from '../../run/plan-run.ts';
import type { PlannedRun } from '../../run/plan-run.ts';
import { planPublication, publishReport } from '../../run/publish-report.ts';
import { runJest } from '../../run/jest/run-jest.ts';
import { beforeEnd, boundRun, graces, isInterrupted, runEnd } from '../../run/interruption.ts';
import type { GivenOptions } from '../../run/run-settings.ts';
import { saveDeviations } from '../../run/save-deviations.ts';
import { saveBehaviour } from '../../run/suite-records.ts';
import { saveTrace } from '../../run/save-trace.ts';
import { handOverSecrets } from '../../run/run-secrets.ts';
import { isStored } from '../../run/storage-failure.ts';
import { messages } from '../../run/terminal.ts';
import { exitCodes } from '../../run/user-error.ts';

/** Drives the target as the options say, writes the reports and returns the exit code. */
export async function runConformance(options: GivenOptions): Promise<number> {
  boundRun(options.maxTime);
  const publication = await beforeEnd(planPublication(options));
  const run = await beforeEnd(planRun(options));
  let release: (() => Promise<void>) | null = null;
  try {
    release = await claimResults(run);
    const { report, mistake, limit } = await drive(run);
    const exitCode = await publishReport(report, publication, run, {
      limit,
      first: () => isStored('what was recorded', () => keep(options, run, report, limit)),
    });
    return mistake === null ? exitCode : tellMistake(mistake);
  } finally {
    await release?.();
    await run.close();
  }
}

/** Saves the trace, the behaviour ledger and the deviations, if requested. */
async function keep(
  { trace, ledger }: GivenOptions,
  run: PlannedRun,
  report: RunReport,
  limit: TimeLimit,
): Promise<void> {
  const { updatedDeviations } = run;
  if (updatedDeviations !== null) messages.lines(`note: ${await saveDeviations(updatedDeviations, report)}`);
  if (run.suites.length === 0) return;
  if (ledger !== undefined) await saveBehaviour(ledger, run);
  const isTraced = trace === undefined || (await saveTrace(trace, run, report.startedAt, limit));
  const files = [isTraced ? trace : undefined, ledger].filter((file) => file !== undefined);
  if (files.length > 0) messages.lines(`note: recorded as ${files.join(' and ')}`);
}

interface DrivenRun {
  readonly report: RunReport;
  readonly mistake: string | null;
  /** The deadline for reports that take long to build. */
  readonly limit: TimeLimit;
}

async function drive(run: PlannedRun): Promise<DrivenRun> {
  handOverSecrets(run.secrets);
  const startedAt = new Date();
  const startedMs = monotonicMs();
  await openClientLedger(run.plan, run.secrets);
  if (run.plan.partsDir !== null) await mkdir(run.plan.partsDir, { recursive: true, mode: 0o700 });
  const { records, mistake } = await runJest({ ...run, limit: runEnd.plus(graces.suites) });
  const sweptMs = monotonicMs();
  const residue = await closeClientLedger(run.plan, run.secrets, sumResidue(records));
  const endedMs = monotonicMs();
  const times = {
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(endedMs - startedMs),
    isInterrupted: isInterrupted(),
  };
  return {
    report: { ...buildRunReport(run, records, times), residue },
    mistake,
    limit: runEnd.plus(graces.reports + endedMs - sweptMs),
  };
}

/** Everything else that was judged has already been reported. */
function tellMistake(mistake: string): number {
  messages.lines(`internal error: ${mistake}`, 'Please report it with the command that you gave.');
  return isInterrupted() ? exitCodes.interrupted : exitCodes.internal;
}

import { mkdir } from 'node:fs/promises';
import type { OperationRecord } from '../checks/verdict.ts';
import { monotonicMs } from '../driver/time-limit.ts';
import type { TimeLimit } from '../driver/time-limit.ts';
import { AllureProgram } from '../reports/allure/allure-program.ts';
import { sumResidue } from '../reports/result-file.ts';
import type { RunReport } from '../reports/run-report.ts';
import { buildRunReport } from './build-run-report.ts';
import { claimResults } from './folder-lock.ts';
import { earlyEndNote } from './early-end/early-end.ts';
import { beforeEnd, boundRun, graces, isInterrupted, runEnd } from './interruption.ts';
import { planRun } from './plan-run.ts';
import type { PlannedRun, RunContext } from './plan-run.ts';
import { planPublication, publishReport } from './publish-report.ts';
import type { Presentation } from './publish-report.ts';
import { closeClientLedger, openClientLedger } from './run-client-ledger.ts';
import { forgetSecrets, handOverSecrets } from './run-secrets.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { saveDeviations } from './save-deviations.ts';
import { saveReproductions } from './reproduce/save-reproductions.ts';
import { saveTrace } from './save-trace.ts';
import { isStored } from './storage-failure.ts';
import { saveBehaviour } from './suite-records.ts';
import { messages } from './terminal.ts';
import { exitCodes } from './user-error.ts';

/** The outcome of driving the suites of a run. */
export interface DrivenSuites {
  /** One record per suite. If a suite was not reached or its process was lost, its record says so. */
  readonly records: readonly OperationRecord[];
  /** An error of our own that ended a suite, in one line; null if there was none. */
  readonly mistake: string | null;
}

/** The program that starts a run: the command, or Jest. */
export interface Conductor extends RunContext {
  readonly presentation: Presentation;
  /** Drives the suites. They are not waited for beyond the limit. */
  readonly drive: (run: PlannedRun, limit: TimeLimit) => Promise<DrivenSuites>;
}

/**
 * Conducts a run, whoever starts it: checks the target, notes what exists on it, has the suites driven, removes what
 * they left, and writes the reports. Returns the exit code.
 */
export async function conductRun(options: GivenOptions, conductor: Conductor): Promise<number> {
  boundRun(options.maxTime);
  const publication = await beforeEnd(planPublication(options, conductor.presentation));
  const run = await beforeEnd(planRun(options, conductor));
  let release: (() => Promise<void>) | null = null;
  let program: AllureProgram | null = null;
  try {
    release = await claimResults(run);
    if (run.resultsDir !== null) program = new AllureProgram();
    const { report, mistake, limit } = await drive(run, conductor);
    const exitCode = await publishReport(report, publication, run, {
      ...{ limit, program },
      first: () => isStored('what was recorded', () => keep(options, run, report, limit)),
    });
    return mistake === null ? exitCode : tellMistake(mistake);
  } finally {
    program?.close();
    forgetSecrets();
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
  if (updatedDeviations !== null) messages.notes(await saveDeviations(updatedDeviations, report));
  if (run.suites.length === 0) return;
  await saveReproductions(run, report);
  if (ledger !== undefined) await saveBehaviour(ledger, run);
  const isTraced = trace === undefined || (await saveTrace(trace, run, report.startedAt, limit));
  const files = [isTraced ? trace : undefined, ledger].filter((file) => file !== undefined);
  if (files.length > 0) messages.notes(`recorded as ${files.join(' and ')}`);
}

interface DrivenRun {
  readonly report: RunReport;
  readonly mistake: string | null;
  /** The deadline for reports that take long to build. */
  readonly limit: TimeLimit;
}

async function drive(run: PlannedRun, conductor: Conductor): Promise<DrivenRun> {
  handOverSecrets(run.secrets);
  const startedAt = new Date();
  const startedMs = monotonicMs();
  await openClientLedger(run.plan, run.secrets);
  if (run.plan.partsDir !== null) await mkdir(run.plan.partsDir, { recursive: true, mode: 0o700 });
  const { records, mistake } = await conductor.drive(run, runEnd.plus(graces.suites));
  messages.notes(earlyEndNote(run.plan));
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

import path from 'node:path';
import { mkdir, rm } from 'node:fs/promises';
import { paintFor } from '../../reports/palette.ts';
import { AllureReportError, reportEnvironment, writeAllureReport } from '../../reports/allure-report.ts';
import { writeJunit } from '../../reports/junit.ts';
import { sumResidue, writeResult } from '../../reports/result-file.ts';
import { exitCodeOf } from '../../reports/roll-up.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { terminalSummary } from '../../reports/terminal-summary.ts';
import { isInterrupted, watchInterruption } from '../interruption.ts';
import { closeAccount, openAccount } from '../account-of-run.ts';
import { buildRunReport } from '../build-run-report.ts';
import { planRun, type PlannedRun } from '../plan-run.ts';
import { runJest } from '../run-jest.ts';
import type { GivenOptions } from '../run-options.ts';
import { saveDeviations } from '../save-deviations.ts';
import { UserError } from '../user-error.ts';
import { handOverSecrets } from '../run-secrets.ts';
import { planVariable, writeRunPlan } from '../run-plan.ts';

/** Drives the target as the options say, writes the reports and gives the exit code. */
export async function runConformance(options: GivenOptions): Promise<number> {
  watchInterruption();
  const run = await planRun(options);
  try {
    const report = await drive(run);
    const reportFile = options.noReport === true ? null : await writeHtml(run, report);
    await Promise.all([
      options.result === undefined ? null : writeResult(options.result, report),
      options.junit === undefined ? null : writeJunit(options.junit, report),
    ]);
    const { updatedDeviations } = run;
    if (updatedDeviations !== null)
      process.stderr.write(`note: ${await saveDeviations(updatedDeviations, report)}\n`);
    const strict = options.strict === true;
    process.stdout.write(
      terminalSummary(report, { strict, paint: paintFor(process.stdout, process.env), reportFile }),
    );
    return exitCodeOf(report, { strict });
  } finally {
    await run.close();
  }
}

async function drive(run: PlannedRun): Promise<RunReport> {
  // What is left of an earlier run would show as retries of this one's tests.
  await rm(run.resultsDir, { recursive: true, force: true, maxRetries: 3 }).catch(() => {
    throw new UserError(`--report: ${run.reportDir} is in use by another run`);
  });
  await mkdir(run.plan.recordsDir, { recursive: true });
  const planFile = path.join(run.workDir, 'run-plan.json');
  await writeRunPlan(planFile, run.plan);
  process.env[planVariable] = planFile;
  handOverSecrets(run.secrets);
  const startedAt = new Date();
  await openAccount(run.plan, run.secrets);
  const records = await runJest(run);
  const residue = await closeAccount(run.plan, run.secrets, sumResidue(records));
  return { ...buildRunReport(run, records, startedAt, isInterrupted()), residue };
}

/** The HTML report says nothing that the results do not: without it the run still counts. */
async function writeHtml(run: PlannedRun, report: RunReport): Promise<string | null> {
  const outputFile = path.join(run.reportDir, 'index.html');
  try {
    await writeAllureReport({
      resultsDir: run.resultsDir,
      outputFile,
      environment: reportEnvironment(report),
    });
    return outputFile;
  } catch (error) {
    if (!(error instanceof AllureReportError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

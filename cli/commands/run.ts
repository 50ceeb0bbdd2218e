import { mkdir } from 'node:fs/promises';
import { sumResidue } from '../../reports/result-file.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { isInterrupted, watchInterruption } from '../interruption.ts';
import { closeAccount, openAccount } from '../account-of-run.ts';
import { buildRunReport } from '../build-run-report.ts';
import { claimResults } from '../claim-results.ts';
import { planRun, type PlannedRun } from '../plan-run.ts';
import { planPublication, publishReport } from '../publish-report.ts';
import { runJest } from '../run-jest.ts';
import type { GivenOptions } from '../run-options.ts';
import { saveDeviations } from '../save-deviations.ts';
import { saveBehaviour } from '../ledger-parts.ts';
import { saveTrace } from '../save-trace.ts';
import { handOverSecrets } from '../run-secrets.ts';
import { isStored } from '../storage-failure.ts';
import { messages } from '../terminal.ts';
import { exitCodes } from '../user-error.ts';

/** Drives the target as the options say, writes the reports and gives the exit code. */
export async function runConformance(options: GivenOptions): Promise<number> {
  watchInterruption();
  const publication = await planPublication(options);
  const run = await planRun(options);
  let release: (() => Promise<void>) | null = null;
  try {
    release = await claimResults(run);
    const report = await drive(run);
    const isKept = await isStored('what was recorded', () => keep(options, run, report));
    const { updatedDeviations } = run;
    if (updatedDeviations !== null)
      messages.lines(`note: ${await saveDeviations(updatedDeviations, report)}`);
    const exitCode = await publishReport(report, publication, run);
    return exitCode === exitCodes.conforms && !isKept ? exitCodes.targetNotDriven : exitCode;
  } finally {
    await release?.();
    await run.close();
  }
}

/** Writes down what was answered, where that was asked for. */
async function keep(
  { trace, ledger }: GivenOptions,
  run: PlannedRun,
  { startedAt }: RunReport,
): Promise<void> {
  if (run.suites.length === 0) return;
  if (trace !== undefined) await saveTrace(trace, run, startedAt);
  if (ledger !== undefined) await saveBehaviour(ledger, run);
  const files = [trace, ledger].filter((file) => file !== undefined);
  if (files.length > 0) messages.lines(`note: recorded as ${files.join(' and ')}`);
}

async function drive(run: PlannedRun): Promise<RunReport> {
  handOverSecrets(run.secrets);
  const startedAt = new Date();
  await openAccount(run.plan, run.secrets);
  if (run.plan.partsDir !== null) await mkdir(run.plan.partsDir, { recursive: true, mode: 0o700 });
  const records = await runJest(run);
  const residue = await closeAccount(run.plan, run.secrets, sumResidue(records));
  return { ...buildRunReport(run, records, startedAt, isInterrupted()), residue };
}

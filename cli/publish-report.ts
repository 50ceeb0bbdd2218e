import path from 'node:path';
import { AllureReportError, reportEnvironment, writeAllureReport } from '../reports/allure-report.ts';
import { compareWithBaseline } from '../reports/baseline.ts';
import { writeJunit } from '../reports/junit.ts';
import { writeResult, type ResultFile } from '../reports/result-file.ts';
import { exitCodeOf } from '../reports/roll-up.ts';
import type { RunReport } from '../reports/run-report.ts';
import { terminalSummary } from '../reports/terminal-summary.ts';
import { checkHistory } from './check-history.ts';
import { checkOutputs, type CommandFiles } from './check-outputs.ts';
import { loadResult } from './load-result.ts';
import type { GivenOptions } from './run-options.ts';
import { isStored } from './storage-failure.ts';
import { messages, output } from './terminal.ts';
import { exitCodes } from './user-error.ts';

/** What reports are made with, read before anything is driven. */
export interface Publication {
  readonly options: GivenOptions;
  readonly baseline: ResultFile | null;
}

/**
 * Reads the files that reports are to be made with, and makes sure that all outputs can be written. Throws a UserError
 * where one of them is unusable.
 */
export async function planPublication(options: GivenOptions, files: CommandFiles = {}): Promise<Publication> {
  await checkOutputs(options, files);
  if (options.history !== undefined) await checkHistory(options.history, options);
  return {
    options,
    baseline: options.baseline === undefined ? null : await loadResult(options.baseline, '--baseline'),
  };
}

/** Writes all reports of a run that were asked for, prints its summary and gives its exit code. */
export async function publishReport(
  finished: RunReport,
  { options, baseline }: Publication,
  folders: { readonly reportDir: string; readonly resultsDir: string },
): Promise<number> {
  const report =
    baseline === null ? finished : { ...finished, baseline: compareWithBaseline(finished, baseline) };
  const hasPage = options.noReport !== true && report.records.length > 0;
  const reportFile = hasPage ? await writeHtml(report, folders, options.history ?? null) : null;
  const { result, junit } = options;
  const areStored = await Promise.all([
    result === undefined || isStored(result, () => writeResult(result, report)),
    junit === undefined || isStored(junit, () => writeJunit(junit, report)),
  ]);
  const strict = options.strict === true;
  output.write(terminalSummary(report, { strict, paint: output.paint, reportFile }));
  const exitCode = exitCodeOf(report, { strict });
  return exitCode === exitCodes.conforms && areStored.includes(false) ? exitCodes.targetNotDriven : exitCode;
}

/** The HTML report says nothing that the results do not: without it the run still counts. */
async function writeHtml(
  report: RunReport,
  { reportDir, resultsDir }: { readonly reportDir: string; readonly resultsDir: string },
  historyFile: string | null,
): Promise<string | null> {
  const outputFile = path.join(reportDir, 'index.html');
  const environment = reportEnvironment(report);
  try {
    await writeAllureReport({ resultsDir, outputFile, environment, historyFile });
    return outputFile;
  } catch (error) {
    if (!(error instanceof AllureReportError)) throw error;
    messages.lines(error.message);
    return null;
  }
}

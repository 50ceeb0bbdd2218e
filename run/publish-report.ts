import path from 'node:path';
import type { TimeLimit } from '../driver/time-limit.ts';
import { AllureReportError, reportEnvironment, writeAllureReport } from '../reports/allure-report.ts';
import { compareWithBaseline } from '../reports/baseline.ts';
import { writeJunit } from '../reports/junit.ts';
import { writeResult } from '../reports/result-file.ts';
import type { ResultFile } from '../reports/result-file.ts';
import { exitCodeOf } from '../reports/roll-up.ts';
import type { RunReport } from '../reports/run-report.ts';
import { terminalSummary } from '../reports/terminal-summary.ts';
import { checkHistory, loadResult } from './load-result.ts';
import { checkOutputs } from './check-outputs.ts';
import type { CommandFiles } from './check-outputs.ts';
import { abortAt, isInterrupted } from './interruption.ts';
import type { GivenOptions } from './run-settings.ts';
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

/** What takes its time of what is written at the end of a run. */
export interface LongWork {
  /** After it the HTML report is given up. */
  readonly limit: TimeLimit;
  /** Done before it, and after the result file and JUnit; tells whether it could be stored. Default: nothing. */
  readonly first?: () => Promise<boolean>;
}

/** Where reports go. */
export interface ReportFolders {
  readonly reportDir: string;
  /** The results that Allure makes its report of; null where there is to be none. */
  readonly resultsDir: string | null;
}

/**
 * Writes all reports of a run that were asked for, prints its summary and gives its exit code. What says all that was
 * judged comes first, and what may take long after it.
 */
export async function publishReport(
  finished: RunReport,
  { options, baseline }: Publication,
  { reportDir, resultsDir }: ReportFolders,
  { limit, first }: LongWork,
): Promise<number> {
  const report =
    baseline === null ? finished : { ...finished, baseline: compareWithBaseline(finished, baseline) };
  const { result, junit } = options;
  const areStored = await Promise.all([
    result === undefined || isStored(result, () => writeResult(result, report)),
    junit === undefined || isStored(junit, () => writeJunit(junit, report)),
  ]);
  areStored.push((await first?.()) ?? true);
  const historyFile = options.history ?? null;
  const reportFile =
    resultsDir !== null && report.records.length > 0
      ? await writeHtml(report, { reportDir, resultsDir }, { historyFile, limit })
      : null;
  const strict = options.strict === true;
  output.write(terminalSummary(report, { strict, paint: output.paint, reportFile }));
  if (isInterrupted()) return exitCodes.interrupted;
  const exitCode = exitCodeOf(report, { strict });
  return exitCode === exitCodes.conforms && areStored.includes(false) ? exitCodes.targetNotDriven : exitCode;
}

/** The HTML report says nothing that the results do not: without it the run still counts. */
async function writeHtml(
  report: RunReport,
  { reportDir, resultsDir }: { readonly reportDir: string; readonly resultsDir: string },
  { historyFile, limit }: { readonly historyFile: string | null; readonly limit: TimeLimit },
): Promise<string | null> {
  const outputFile = path.join(reportDir, 'index.html');
  const environment = reportEnvironment(report);
  const { signal, stop } = abortAt(limit);
  try {
    await writeAllureReport({ resultsDir, outputFile, environment, historyFile, signal });
    return outputFile;
  } catch (error) {
    if (!(error instanceof AllureReportError)) throw error;
    messages.lines(error.message);
    return null;
  } finally {
    stop();
  }
}

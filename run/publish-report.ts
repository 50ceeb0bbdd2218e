import path from 'node:path';
import type { TimeLimit } from '../driver/time-limit.ts';
import { AllureReportError, reportEnvironment, writeAllureReport } from '../reports/allure-report.ts';
import { compareWithBaseline } from '../reports/baseline.ts';
import { writeJunit } from '../reports/junit.ts';
import { writeResult } from '../reports/result-file.ts';
import type { ResultFile } from '../reports/result-file.ts';
import { exitCodeOf } from '../reports/roll-up.ts';
import type { RunReport } from '../reports/run-report.ts';
import { isReplay, replayText } from '../reports/replay-text.ts';
import { terminalSummary } from '../reports/terminal-summary.ts';
import { checkHistory, loadResult } from './load-result.ts';
import { checkOutputs } from './check-outputs.ts';
import type { CommandFiles } from './check-outputs.ts';
import { abortAt, isInterrupted } from './interruption.ts';
import type { GivenOptions } from './options/run-settings.ts';
import type { ReportFolders } from './report-folder.ts';
import { checkScriptFolder } from './reproduce/script-folder.ts';
import { isStored } from './storage-failure.ts';
import { messages, output } from './terminal.ts';
import { exitCodes } from './user-error.ts';

/** Who shows the findings: the command in its summary, or Jest as its tests, and the summary only the rest. */
export type Presentation = 'command' | 'jest';

/** The inputs of reports, read before any request is sent. */
export interface Publication {
  readonly presentation: Presentation;
  readonly options: GivenOptions;
  readonly baseline: ResultFile | null;
}

/**
 * Reads the input files of reports, and checks that all outputs can be written. Throws a UserError if one of them is
 * unusable.
 */
export async function planPublication(
  options: GivenOptions,
  presentation: Presentation,
  files: CommandFiles = {},
): Promise<Publication> {
  await checkOutputs(options, files);
  if (options.reproduce !== undefined) await checkScriptFolder(options.reproduce);
  if (options.history !== undefined) await checkHistory(options.history, options);
  return {
    options,
    presentation,
    baseline: options.baseline === undefined ? null : await loadResult(options.baseline, '--baseline'),
  };
}

/** The slow tasks when a run's reports are written. */
export interface LongWork {
  /** The deadline after which the HTML report is given up. */
  readonly limit: TimeLimit;
  /**
   * Runs before the HTML report, and after the result file and JUnit. Returns whether it could be stored. Default:
   * nothing.
   */
  readonly first?: () => Promise<boolean>;
}

/**
 * Writes all requested reports of a run, prints its summary and returns its exit code. The complete records of what was
 * judged are written first, and slow outputs after them.
 */
export async function publishReport(
  finished: RunReport,
  { options, presentation, baseline }: Publication,
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
  // Standard output is Jest's own, and may have to be JSON.
  const stream = presentation === 'command' ? output : messages;
  const hasFindings = presentation === 'command';
  const looks = { strict, hasFindings, paint: stream.paint, reportFile };
  stream.write(isReplay(report) ? replayText(report, looks) : terminalSummary(report, looks));
  if (isInterrupted()) return exitCodes.interrupted;
  const exitCode = exitCodeOf(report, { strict });
  return exitCode === exitCodes.conforms && areStored.includes(false) ? exitCodes.targetNotDriven : exitCode;
}

/** The HTML report adds nothing to the results, so the run counts even without it. */
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

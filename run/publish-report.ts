import path from 'node:path';
import type { TimeLimit } from '../driver/time-limit.ts';
import { AllureProgram } from '../reports/allure/allure-program.ts';
import { AllureReportError, writeAllureReport } from '../reports/allure-report.ts';
import { compareWithBaseline } from '../reports/baseline.ts';
import { findCauses } from '../reports/causes/find-causes.ts';
import type { Cause } from '../reports/causes/cause.ts';
import { writeJunit } from '../reports/junit.ts';
import { reportEnvironment } from '../reports/report-environment.ts';
import { writeResult } from '../reports/result-file.ts';
import type { ResultFile } from '../reports/result-file.ts';
import { exitCodeOf } from '../reports/roll-up.ts';
import type { RunReport } from '../reports/run-report.ts';
import { summaryPage } from '../reports/summary/summary-page.ts';
import { isReplay, replayEnd, replayText } from '../reports/replay-text.ts';
import { terminalEnd, terminalSummary } from '../reports/terminal-summary.ts';
import { writeWhole } from '../reports/write-whole.ts';
import { checkHistory, loadResult } from './load-result.ts';
import { areCiFilesStored, tellGithub } from './ci/ci-outputs.ts';
import { checkOutputs } from './check-outputs.ts';
import type { CommandFiles } from './check-outputs.ts';
import { abortAt, isInterrupted } from './interruption.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { openPage } from './open-page.ts';
import type { ReportFolders } from './report-folder.ts';
import { checkScriptFolder } from './reproduce/script-folder.ts';
import { writeRulesPage } from './rule-topics.ts';
import { isStored } from './storage-failure.ts';
import { lastLineOf, messages, output } from './terminal.ts';
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
  /** What builds the HTML report, if it was started ahead. */
  readonly program?: AllureProgram | null;
}

/**
 * Writes all requested reports of a run, prints its summary and returns its exit code. The complete records of what was
 * judged are written first, and the HTML report, which takes longest, when the summary has been printed.
 */
export async function publishReport(
  finished: RunReport,
  { options, presentation, baseline }: Publication,
  { reportDir, resultsDir }: ReportFolders,
  { limit, first, program = null }: LongWork,
): Promise<number> {
  const report =
    baseline === null ? finished : { ...finished, baseline: compareWithBaseline(finished, baseline) };
  const { result, junit } = options;
  const areStored = await Promise.all([
    result === undefined || isStored(result, () => writeResult(result, report)),
    junit === undefined || isStored(junit, () => writeJunit(junit, report)),
    areCiFilesStored(report, options),
  ]);
  await tellGithub(report, options);
  areStored.push((await first?.()) ?? true);
  const strict = options.strict === true;
  const causes = findCauses(report);
  const summaryFile = resultsDir === null ? null : await writeSummary(report, causes, { reportDir, strict });
  // Standard output is Jest's own, and may have to be JSON.
  const stream = presentation === 'command' ? output : messages;
  const hasFindings = presentation === 'command';
  const { paint, width } = stream;
  const looks = { strict, hasFindings, paint, width, summaryFile };
  if (options.quiet !== true)
    stream.write(isReplay(report) ? replayText(report, looks) : terminalSummary(report, looks));
  const historyFile = options.history ?? null;
  const reportFile =
    resultsDir !== null && report.records.length > 0
      ? await writeHtml(report, { reportDir, resultsDir }, { causes, historyFile, limit, program })
      : null;
  const end = isReplay(report) ? replayEnd(report, looks) : terminalEnd(report, { ...looks, reportFile });
  stream.write(options.quiet === true ? lastLineOf(end) : end);
  if (options.open === true && summaryFile !== null && presentation === 'command')
    await openPage(summaryFile);
  if (isInterrupted()) return exitCodes.interrupted;
  const exitCode = exitCodeOf(report, { strict });
  return exitCode === exitCodes.conforms && areStored.includes(false) ? exitCodes.targetNotDriven : exitCode;
}

interface HtmlInputs {
  readonly causes: readonly Cause[];
  readonly historyFile: string | null;
  readonly limit: TimeLimit;
  readonly program: AllureProgram | null;
}

/** Written before the HTML report, which takes longer and may fail. Returns its path, or null if it could not be stored. */
async function writeSummary(
  report: RunReport,
  causes: readonly Cause[],
  { reportDir, strict }: { readonly reportDir: string; readonly strict: boolean },
): Promise<string | null> {
  const file = path.join(reportDir, 'summary.html');
  await writeRulesPage(reportDir, report.options.invocation);
  const isWritten = await isStored(file, () => writeWhole(file, summaryPage(report, causes, { strict })));
  return isWritten ? file : null;
}

/** The HTML report adds nothing to the results, so the run counts even without it. */
async function writeHtml(
  report: RunReport,
  { reportDir, resultsDir }: { readonly reportDir: string; readonly resultsDir: string },
  { causes, historyFile, limit, program: started }: HtmlInputs,
): Promise<string | null> {
  const outputFile = path.join(reportDir, 'index.html');
  const environment = reportEnvironment(report);
  const { signal, stop } = abortAt(limit);
  const program = started ?? new AllureProgram();
  try {
    await writeAllureReport({ program, resultsDir, outputFile, environment, causes, historyFile, signal });
    return outputFile;
  } catch (error) {
    if (!(error instanceof AllureReportError)) throw error;
    messages.lines(error.message);
    return null;
  } finally {
    stop();
    program.close();
  }
}

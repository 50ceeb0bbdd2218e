import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { allureConfig } from './allure/allure-config.ts';
import type { AllureProgram } from './allure/allure-program.ts';
import type { Cause } from './causes/cause.ts';
import { packPage } from './allure/pack-page.ts';
import { printable } from './printable.ts';
import { removeWorkFolder } from './remove-work-folder.ts';
import { slimHistory } from './allure/slim-history.ts';
import { stripAnalytics } from './allure/strip-analytics.ts';
import { writeWhole } from './write-whole.ts';

/** What to build a report from. */
export interface AllureReportOptions {
  readonly program: AllureProgram;
  /** Must hold the results of one run only: leftovers of another run would appear as retries. */
  readonly resultsDir: string;
  readonly outputFile: string;
  /** Shown on the first page, by name. */
  readonly environment: Readonly<Record<string, string>>;
  /** What explains the findings: each becomes a category, in this order. */
  readonly causes: readonly Cause[];
  /** The history of past runs, to which this run is added; null for a report without history. */
  readonly historyFile: string | null;
  /** Aborted when the report is no longer needed. Default: never. */
  readonly signal?: AbortSignal;
}

/** Why there is no HTML report. It says nothing about the target, so it never changes the exit code. */
export class AllureReportError extends Error {
  override readonly name = 'AllureReportError';
  readonly code = 'allure-report';
}

/**
 * Writes the Allure report of a run as one HTML file that opens from disk, needs no server and makes no network
 * requests. Throws AllureReportError if that fails.
 */
export async function writeAllureReport(options: AllureReportOptions): Promise<void> {
  const workDir = await mkdtemp(join(tmpdir(), 'conformance-report-'));
  try {
    await requireResults(options.resultsDir);
    const page = await generate(options, workDir);
    await writeWhole(options.outputFile, packPage(stripAnalytics(page)));
    if (options.historyFile !== null)
      await writeWhole(options.historyFile, slimHistory(await readFile(historyIn(workDir), 'utf8')));
  } catch (error) {
    throw options.signal?.aborted === true
      ? new AllureReportError('no HTML report: the time for it was up; the results are there')
      : asReportError(error);
  } finally {
    await removeWorkFolder(workDir);
  }
}

async function requireResults(resultsDir: string): Promise<void> {
  const files = await readdir(resultsDir);
  if (!files.some((file) => file.endsWith('-result.json')))
    throw new AllureReportError(`no HTML report: ${resultsDir} holds no test results`);
}

async function generate(options: AllureReportOptions, workDir: string): Promise<string> {
  const { resultsDir, historyFile } = options;
  const output = join(workDir, 'report');
  const config = join(workDir, 'allurerc.json');
  // A sanitised copy. The file itself is replaced in one step, and only once the report is complete.
  const past =
    historyFile !== null && existsSync(historyFile) ? slimHistory(await readFile(historyFile, 'utf8')) : '';
  if (past !== '') await writeFile(historyIn(workDir), past);
  const history = historyFile === null ? null : { file: historyIn(workDir), past };
  await writeFile(config, JSON.stringify(allureConfig({ ...options, output, history })));
  const words = ['generate', resolve(resultsDir), '--config', config];
  await options.program.run({ words, workDir }, options.signal);
  return await readFile(join(output, 'index.html'), 'utf8');
}

function historyIn(workDir: string): string {
  return join(workDir, 'history.jsonl');
}

function asReportError(error: unknown): AllureReportError {
  if (error instanceof AllureReportError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AllureReportError(`no HTML report: ${printable(message)}`, { cause: error });
}

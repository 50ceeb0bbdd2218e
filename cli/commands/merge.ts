import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { catalogue } from '../../checks/catalogue.ts';
import { mergeShards, ShardsError } from '../../reports/merge-shards.ts';
import { printableLine } from '../../reports/printable.ts';
import { removeWorkFolder } from '../../reports/remove-work-folder.ts';
import type { RunReport } from '../../reports/run-report.ts';
import { claimResults } from '../../run/folder-lock.ts';
import type { Contract } from '../../spec/operation.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { beforeEnd, boundRun, graces, runEnd } from '../../run/interruption.ts';
import { loadResult } from '../../run/load-result.ts';
import { loadRunContract } from '../../run/load-run-contract.ts';
import { tool } from '../../run/package-facts.ts';
import { planPublication, publishReport } from '../../run/publish-report.ts';
import { ownReportFolder } from '../../run/report-folder.ts';
import { runJest } from '../../run/jest/run-jest.ts';
import { optionKeys, optionOf, settingsOf } from '../../run/options/run-settings.ts';
import type { OptionKey } from '../../run/options/options.ts';
import type { GivenOptions } from '../../run/options/run-settings.ts';
import { writeRecord } from '../../run/suite-records.ts';
import { UserError } from '../../run/user-error.ts';
import { makeWorkFolder } from '../../run/work-folder.ts';

/** Turns the results of all shards into what the whole run would have produced: its reports and its exit code. */
export async function mergeResults(files: readonly string[], options: GivenOptions): Promise<number> {
  boundRun(undefined);
  const publication = await beforeEnd(
    planPublication(options, 'command', { writes: optionKeys.filter(isOfMerge), inputs: files }),
  );
  const report = await readShards(files);
  const reportDir = path.resolve(settingsOf(options).report);
  const limit = runEnd.plus(graces.reports);
  if (options.noReport === true)
    return await publishReport(report, publication, { reportDir, resultsDir: null }, { limit });
  const folders = { reportDir, resultsDir: path.join(reportDir, 'allure-results') };
  const contract = await loadContractOf(report, options);
  await ownReportFolder(reportDir);
  const release = await claimResults(folders);
  try {
    await writeResults(report, folders, contract);
    return await publishReport(report, publication, folders, { limit });
  } finally {
    await release();
  }
}

function isOfMerge(key: OptionKey): boolean {
  return optionOf(key).commands.includes('merge');
}

async function readShards(files: readonly string[]): Promise<RunReport> {
  const results = await Promise.all(files.map(async (file) => ({ file, result: await loadResult(file) })));
  const foreign = results.find(({ result }) => result.tool.version !== tool.version);
  if (foreign !== undefined) {
    const { version } = foreign.result.tool;
    throw new UserError(
      printableLine(`${foreign.file}: was made by version ${version}; merge it with the same`),
    );
  }
  try {
    return mergeShards(results, catalogue);
  } catch (error) {
    if (error instanceof ShardsError) throw new UserError(printableLine(error.message));
    throw error;
  }
}

async function loadContractOf(report: RunReport, options: GivenOptions): Promise<Contract> {
  const contract = await loadRunContract(options);
  if (contract.sha256 !== report.contract.sha256)
    throw new UserError('--spec: the shards were judged by another contract; give the same to merge');
  return contract;
}

/** The Allure results come from the same suites as in a run, so that each test keeps one history. */
async function writeResults(
  report: RunReport,
  folders: { readonly reportDir: string; readonly resultsDir: string },
  contract: Contract,
): Promise<void> {
  const workDir = await makeWorkFolder('merge');
  const recordsDir = path.join(workDir, 'records');
  try {
    await mkdir(recordsDir);
    for (const record of report.records) await writeRecord(recordsDir, record);
    const { seed, target, options } = report;
    const { invocation, carriedArguments, runs } = options;
    const { isEmbedded, url: targetUrl } = target;
    const suites: readonly SuiteId[] = report.records.map(({ operation }) => operation);
    const { resultsDir } = folders;
    const shown = { targetUrl, isEmbedded, invocation, carriedArguments };
    const plan = { suites, contract, seed, recordsDir, resultsDir, ...shown };
    const limit = runEnd.plus(graces.suites);
    await runJest({ plan: { ...plan, runs, kind: 'merge' }, workers: 1, workDir, limit });
  } finally {
    await removeWorkFolder(workDir);
  }
}

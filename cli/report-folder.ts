import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isOfEarlierVersion } from './earlier-report.ts';
import { systemReason } from './system-reason.ts';
import { UserError } from './user-error.ts';
import { whyNotWritable } from './writable-folder.ts';

/** What a report folder holds that a later run removes or writes over. */
export const replacedNames = ['allure-results', 'index.html', 'comparison.html', 'run.lock'] as const;

/** The file that tells a report folder from a folder of somebody else's. */
export const markerName = '.prism-oauth-conformance';

const marker = 'A report folder of prism-oauth-conformance: its reports are replaced by the next run.\n';

/**
 * Makes the folder of the reports, or takes one that is ours: made here, marked by an earlier run, written by an earlier
 * version, or without anything that a run replaces. Throws a UserError where it is none of these, or cannot be written.
 */
export async function ownReportFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const foreign = await foreignNames(folder);
    if (foreign.length > 0) throw new UserError(refusal(folder, foreign));
    await checkWritable(folder);
    await mark(folder);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`--report: ${folder} cannot be used: ${systemReason(error)}; give another folder`);
  }
}

/** Throws a UserError where the ledger of a run could not be kept in a report folder. */
export async function checkLedgerFolder(folder: string): Promise<void> {
  const reason = await whyNotWritable(path.join(folder, 'x'));
  if (reason !== null)
    throw new UserError(
      `--report: ${folder} cannot hold the ledger of what the run creates: ${reason}; give another folder`,
    );
}

async function checkWritable(folder: string): Promise<void> {
  const reason = await whyNotWritable(path.join(folder, markerName));
  if (reason !== null) throw new Error(reason);
}

/** What is not ours in a folder of what we would replace. */
async function foreignNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  if (names.includes(markerName) && (await lstat(path.join(folder, markerName))).isFile()) return [];
  const taken = replacedNames.filter((name) => names.includes(name));
  const isOurs = await Promise.all(taken.map((name) => isOfEarlierVersion(path.join(folder, name))));
  return taken.filter((_, index) => isOurs[index] !== true);
}

function refusal(folder: string, foreign: readonly string[]): string {
  return (
    `--report: ${folder} holds ${foreign.join(' and ')} that this suite did not write and would replace; ` +
    'give another folder, or an empty one'
  );
}

async function mark(folder: string): Promise<void> {
  const { O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const handle = await open(path.join(folder, markerName), O_CREAT | O_NOFOLLOW | O_WRONLY, 0o644);
  try {
    await handle.writeFile(marker);
  } finally {
    await handle.close();
  }
}

import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemReason, UserError } from './user-error.ts';
import { whyNotWritable } from './work-folder.ts';

/** How the titles of the pages that we write begin. */
const pageTitles = /<title>\s{0,40}(?:Prism OAuth conformance|Comparison of )/;
/** In each Allure result of ours. */
const epic = '"Prism Central v3 OAuth"';
const headLength = 4096;

/**
 * Whether what is at this path in a report folder was written by a version that did not mark its folders yet. Tells by
 * what it holds: names such as `allure-results` are those of other suites too.
 */
export async function isOfEarlierVersion(file: string): Promise<boolean> {
  const status = await lstat(file);
  if (status.isDirectory()) return path.basename(file) === 'allure-results' && hasOurResultsOnly(file);
  if (!status.isFile()) return false;
  const head = await readHead(file);
  return path.basename(file) === 'run.lock' ? /^\d+\n$/.test(head) : pageTitles.test(head);
}

async function hasOurResultsOnly(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  const results = names.filter((name) => name.endsWith('-result.json'));
  const isNamedSo = names.every((name) => /^[0-9a-f-]{36}-(?:result|container|attachment)\b/.test(name));
  if (!isNamedSo || results.length === 0) return names.length === 0;
  for (const name of results) {
    if (!(await readFile(path.join(folder, name), 'utf8')).includes(epic)) return false;
  }
  return true;
}

async function readHead(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

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

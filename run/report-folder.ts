import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemReason, UserError } from './user-error.ts';
import { whyNotWritable } from './work-folder.ts';

/** Where reports are written. */
export interface ReportFolders {
  readonly reportDir: string;
  /** The folder of Allure results; null without a report. */
  readonly resultsDir: string | null;
}

/** The beginning of the title of every page that we write. */
const pageTitles = /<title>\s{0,40}(?:Prism OAuth conformance|Comparison of )/;
/** Contained in every Allure result that we write. */
const epic = '"Prism Central v3 OAuth"';
const headLength = 4096;

/**
 * Whether the file at this path in a report folder was written by a version that did not yet mark its folders. This is
 * determined by content: other suites use names such as `allure-results` too.
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

/** The names in a report folder that a later run removes or overwrites. */
export const replacedNames = [
  'allure-results',
  'index.html',
  'summary.html',
  'rules.html',
  'comparison.html',
  'run.lock',
] as const;

/** The file that marks a folder as a report folder of this suite. */
export const markerName = '.prism-oauth-conformance';

const marker = 'A report folder of prism-oauth-conformance: its reports are replaced by the next run.\n';

/**
 * Creates the report folder, or accepts an existing one if it is ours: created here, marked by an earlier run, written
 * by an earlier version, or without anything that a run replaces. Throws a UserError if it is none of these, or cannot
 * be written.
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

/** Throws a UserError if a run's ledger could not be written in a report folder. */
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

/** The names in a folder that a run would replace although they are not ours. */
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

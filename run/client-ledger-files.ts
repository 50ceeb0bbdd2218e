import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { processState } from '../driver/clients/process-mark.ts';
import { longestLine, readClientLedger, type LedgerState } from '../driver/clients/read-client-ledger.ts';

/** A ledger with its file. */
export interface StoredLedger {
  readonly file: string;
  readonly state: LedgerState;
  /** Whether the whole file was read. */
  readonly isWhole: boolean;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

/** Enough for about 400,000 clients. The rest of a larger file is not read. */
const mostBytes = 2 ** 27;
const chunkBytes = 2 ** 16;
/** If a run on another machine has written nothing for this long, it is assumed to be over. */
const silentMs = 3_600_000;

/**
 * The folder of the ledgers. It is in the report folder but separate from the reports, because a run may end before it
 * writes those.
 */
export function clientLedgerFolder(reportDir: string): string {
  return path.join(reportDir, 'ledger');
}

/** A file name for a run's ledger that no other run uses. A run with several targets adds which target it is for. */
export async function newClientLedgerFile(reportDir: string, of = ''): Promise<string> {
  await mkdir(clientLedgerFolder(reportDir), { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return path.join(clientLedgerFolder(reportDir), `${stamp}-${process.pid}${of}.jsonl`);
}

/** The ledgers of a target for this user, in the order in which their runs began. */
export async function findClientLedgers(
  reportDir: string,
  of: { readonly target: string; readonly username: string },
): Promise<readonly StoredLedger[]> {
  const folder = clientLedgerFolder(reportDir);
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readStored(path.join(folder, name)) ?? [])
    .filter(({ state }) => state.target === of.target && state.username === of.username);
}

/** Reads one ledger; null if the file contains none. Links are not followed, and only regular files are read. */
export function readStored(file: string): StoredLedger | null {
  let opened: number;
  try {
    // If this is a pipe without a writer, opening it must not block.
    opened = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const facts = fstatSync(opened);
    if (!facts.isFile()) return null;
    const state = readClientLedger(linesOf(opened));
    return state === null
      ? null
      : { file, state, isWhole: facts.size <= mostBytes, writtenAt: facts.mtimeMs };
  } finally {
    closeSync(opened);
  }
}

/** Whether the run of a ledger is still running, as far as that can be determined. */
export function isUnderWay({ state, writtenAt }: StoredLedger): boolean {
  if (state.hasEnded) return false;
  const states = state.processes.map(processState);
  return states.includes('runs') || (states.includes('unknown') && Date.now() - writtenAt < silentMs);
}

/** Removes ledgers with nothing left to clean up, and their folder once it is empty. */
export async function removeClientLedgers(files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file, { force: true })));
  for (const folder of new Set(files.map((file) => path.dirname(file)))) {
    // The folder is not empty: it contains ledgers of other runs or targets.
    await rmdir(folder).catch(() => undefined);
  }
}

/**
 * The lines of an open file, read in chunks. An overlong line is not kept whole, only long enough to be recognised as
 * such.
 */
function* linesOf(file: number): Generator<string> {
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(chunkBytes);
  let rest = '';
  for (let read = 0; read < mostBytes;) {
    const length = readSync(file, chunk, 0, chunkBytes, null);
    if (length === 0) break;
    read += length;
    const lines = decoder.write(chunk.subarray(0, length)).split('\n');
    const [first = '', ...others] = lines;
    rest = rest.length > longestLine ? rest : rest + first;
    for (const line of others) {
      yield rest;
      rest = line;
    }
  }
  yield rest;
}

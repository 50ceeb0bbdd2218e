import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { processState } from '../driver/clients/process-mark.ts';
import { longestLine, readClientLedger, type LedgerState } from '../driver/clients/read-client-ledger.ts';

/** A ledger with the file that holds it. */
export interface StoredLedger {
  readonly file: string;
  readonly state: LedgerState;
  /** Whether all of the file was read. */
  readonly isWhole: boolean;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

/** Some 400,000 clients. What a larger file says beyond is not read. */
const mostBytes = 2 ** 27;
const chunkBytes = 2 ** 16;
/** A run on another machine that has written nothing for so long is taken for one that is over. */
const silentMs = 3_600_000;

/** Where the ledgers of a report folder are: beside its reports, since a run may not live to write those. */
export function clientLedgerFolder(reportDir: string): string {
  return path.join(reportDir, 'ledger');
}

/** A name for the ledger of a run that no other run has. A run with several targets says which it is of. */
export async function newClientLedgerFile(reportDir: string, of = ''): Promise<string> {
  await mkdir(clientLedgerFolder(reportDir), { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return path.join(clientLedgerFolder(reportDir), `${stamp}-${process.pid}${of}.jsonl`);
}

/** The ledgers of a target, driven as this user, in the order in which their runs began. */
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

/** Reads one ledger; null where there is none in the file. A link is not followed, and nothing but a file is read. */
export function readStored(file: string): StoredLedger | null {
  let opened: number;
  try {
    // Nobody may be writing to what turns out to be a pipe.
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

/** Whether the run of a ledger goes on, as far as can be told. */
export function isUnderWay({ state, writtenAt }: StoredLedger): boolean {
  if (state.hasEnded) return false;
  const states = state.processes.map(processState);
  return states.includes('runs') || (states.includes('unknown') && Date.now() - writtenAt < silentMs);
}

/** Removes ledgers that nothing is left of, and their folder with the last. */
export async function removeClientLedgers(files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file, { force: true })));
  for (const folder of new Set(files.map((file) => path.dirname(file)))) {
    // Not empty: ledgers of other runs or targets are in it.
    await rmdir(folder).catch(() => undefined);
  }
}

/** The lines of an open file, piece by piece: of one that is too long only its length counts. */
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

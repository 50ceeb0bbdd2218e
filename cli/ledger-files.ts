import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { readLedger, type LedgerState } from '../driver/read-ledger.ts';

/** A ledger with the file that holds it. */
export interface StoredLedger {
  readonly file: string;
  readonly state: LedgerState;
}

/** Where the ledgers of a report folder are: beside its reports, since a run may not live to write those. */
export function ledgerFolder(reportDir: string): string {
  return path.join(reportDir, 'ledger');
}

/** A name for the ledger of a run that no other run has. A run with several targets says which it is of. */
export async function newLedgerFile(reportDir: string, of = ''): Promise<string> {
  await mkdir(ledgerFolder(reportDir), { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return path.join(ledgerFolder(reportDir), `${stamp}-${process.pid}${of}.jsonl`);
}

/** The ledgers that earlier runs have left behind of a target, driven as this user. */
export async function findLedgers(
  reportDir: string,
  of: { readonly target: string; readonly username: string },
): Promise<readonly StoredLedger[]> {
  const folder = ledgerFolder(reportDir);
  const names = await readdir(folder).catch(() => []);
  const read = names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map(async (name) => readStored(path.join(folder, name)));
  const stored = (await Promise.all(read)).filter((ledger) => ledger !== null);
  return stored.filter(({ state }) => state.target === of.target && state.username === of.username);
}

/** Reads one ledger; null where there is none in the file. */
export async function readStored(file: string): Promise<StoredLedger | null> {
  const state = readLedger(await readFile(file, 'utf8').catch(() => ''));
  return state === null ? null : { file, state };
}

/** Removes ledgers that nothing is left of, and their folder with the last. */
export async function removeLedgers(files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file, { force: true })));
  for (const folder of new Set(files.map((file) => path.dirname(file)))) {
    // Not empty: ledgers of other runs or targets are in it.
    await rmdir(folder).catch(() => undefined);
  }
}

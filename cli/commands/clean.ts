import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redactor } from '../../driver/secrets/redactor.ts';
import type { Sweep, SweepPlan } from '../../driver/clients/sweep-clients.ts';
import { sweepClients } from '../../driver/clients/sweep-clients.ts';
import { limitAfter, soonest } from '../../driver/time-limit.ts';
import { fixturePrefix } from '../../generators/setup/run-mark.ts';
import { confirmRemoval, describeSweep } from './describe-sweep.ts';
import type { ConnectedTarget } from '../../run/connect-target.ts';
import { connectTarget } from '../../run/connect-target.ts';
import { beforeEnd, boundRun, isInterrupted, runEnd } from '../../run/interruption.ts';
import type { StoredLedger } from '../../run/client-ledger-files.ts';
import {
  clientLedgerFolder,
  findClientLedgers,
  isUnderWay,
  removeClientLedgers,
} from '../../run/client-ledger-files.ts';
import { loadRunContract } from '../../run/load-run-contract.ts';
import type { PlannedTarget } from '../../run/planned-target.ts';
import { loginOf, openPlannedTarget } from '../../run/planned-target.ts';
import { settingsOf } from '../../run/options/run-settings.ts';
import type { GivenOptions } from '../../run/options/run-settings.ts';
import { output } from '../../run/terminal.ts';
import { exitCodes, UserError } from '../../run/user-error.ts';

/** The choices of `clean` beyond the options that it shares with `run`. */
export interface CleanChoices {
  /** Whether to remove clients by name prefix, too. */
  readonly hasPrefix: boolean;
  /** Whether to do that without asking. */
  readonly isConfirmed: boolean;
  /** Whether to only list what would be removed. */
  readonly isDry: boolean;
  /** Whether to use ledgers of runs that may still be running. */
  readonly isForced: boolean;
}

/** Pages of 500 clients each: a limit for targets whose list never ends. */
const maxPages = 2000;
/** Clients come and go while a list is read page by page. Another round finds clients that were missed. */
const rounds = 3;
/** Concurrent requests. `--concurrency` is an option of runs only. */
const concurrency = 8;
/** How long the processes of a killed run may take to notice, on a machine with much else to do. */
const noticeMs = 10_000;

/**
 * Removes from a target what earlier runs have left there. Others use the target too, so only clients that the ledgers
 * know, by id or by mark and name, are removed. With a prefix, every client whose name begins like those of the set-up
 * is removed as well. Returns the exit code. A signal or `--max-time` ends it within seconds.
 */
export async function cleanTarget(options: GivenOptions, choices: CleanChoices): Promise<number> {
  boundRun(options.maxTime);
  if (options.target === undefined) throw new UserError('clean needs a target: give --target');
  checkConfirmation(choices);
  const connected = await beforeEnd(
    loadRunContract(options).then((contract) => connectTarget(options, contract)),
  );
  try {
    return await cleanConnected(connected, {
      ...{ options, choices },
      redactor: new Redactor({ secrets: [connected.secrets.password] }),
    });
  } finally {
    await connected.close();
  }
}

/** The inputs of one cleaning. */
interface Cleaning {
  readonly options: GivenOptions;
  readonly choices: CleanChoices;
  /** For client names, which the target may choose. */
  readonly redactor: Redactor;
}

async function cleanConnected(connected: ConnectedTarget, cleaning: Cleaning): Promise<number> {
  const { options, choices } = cleaning;
  const find = ledgerFinder(connected, options);
  const { over, running } = await settledLedgers(find, cleaning);
  for (const { file } of running)
    print([
      `${file}: its run is active, or may be (on another machine): left alone; --force takes it anyway`,
    ]);
  if (over.length === 0 && !choices.hasPrefix) {
    if (running.length === 0)
      print([`no run has left a ledger of this target and user in ${folderOf(options)}: nothing to remove`]);
    return running.length === 0 ? exitCodes.conforms : exitCodes.violations;
  }
  const target = openCleaned(connected, options);
  try {
    const sweep = await confirmedSweep(sweeper(connected, target, find, cleaning), cleaning);
    if (sweep === null) {
      print(['nothing was removed']);
      return exitCodes.violations;
    }
    return await conclude(sweep, { over, running }, cleaning);
  } finally {
    await target.close();
  }
}

/** Asks before clients are removed by name alone; null if the answer is no. */
async function confirmedSweep(
  sweep: (isDry: boolean) => Promise<Sweep>,
  { choices: { hasPrefix, isConfirmed, isDry }, redactor }: Cleaning,
): Promise<Sweep | null> {
  if (isDry) return sweep(true);
  if (hasPrefix && !isConfirmed && !(await confirmRemoval(await sweep(true), redactor))) return null;
  let last = await sweep(false);
  const removed = [...last.removed];
  for (let round = 1; round < rounds && last.removed.length > 0 && !runEnd.isOver(); round += 1) {
    last = await sweep(false);
    removed.push(...last.removed);
  }
  return { ...last, removed };
}

async function conclude(
  sweep: Sweep,
  { over, running }: Ledgers,
  { choices: { isDry }, redactor }: Cleaning,
): Promise<number> {
  const { removed, left, doubtful, isComplete } = sweep;
  const isClean = left.length + doubtful.length === 0 && isComplete;
  // A ledger that was too long to read completely may name more clients.
  if (isClean && !isDry)
    await removeClientLedgers(over.filter(({ isWhole }) => isWhole).map(({ file }) => file));
  const kept = over.map(({ file }) => file);
  print(describeSweep(sweep, { isDry, ledgers: isClean ? [] : kept, redactor }));
  if (isInterrupted()) return exitCodes.interrupted;
  const isLeft = !isClean || running.length > 0 || (isDry && removed.length > 0);
  return isLeft ? exitCodes.violations : exitCodes.conforms;
}

/** The ledgers of finished runs, and of runs that are still running. */
interface Ledgers {
  readonly over: readonly StoredLedger[];
  readonly running: readonly StoredLedger[];
}

/** The processes of a killed run end by themselves shortly afterwards, so this waits for them. */
async function settledLedgers(
  find: () => Promise<readonly StoredLedger[]>,
  { choices: { isForced } }: Cleaning,
): Promise<Ledgers> {
  const notice = soonest(runEnd, limitAfter(noticeMs));
  for (;;) {
    const all = await find();
    const running = isForced ? [] : all.filter(isUnderWay);
    if (running.length === 0 || notice.isOver())
      return { running, over: all.filter((one) => !running.includes(one)) };
    await wait(100);
  }
}

function sweeper(
  connected: ConnectedTarget,
  target: PlannedTarget,
  find: () => Promise<readonly StoredLedger[]>,
  { choices: { hasPrefix, isForced } }: Cleaning,
): (isDry: boolean) => Promise<Sweep> {
  const login = loginOf(connected, connected.secrets.password);
  return async (isDry) => {
    // Read again: meanwhile a process of a killed run may have finished its last request, or a new run may have begun.
    const all = await find();
    const isTheirs = (one: StoredLedger): boolean => !isForced && isUnderWay(one);
    const plan: SweepPlan = {
      ledgers: all.filter((one) => !isTheirs(one)).map(({ state }) => state),
      running: all.filter(isTheirs).map(({ state }) => state),
      prefix: hasPrefix ? fixturePrefix : null,
      ...{ maxPages, concurrency, limit: runEnd, isDry },
    };
    return sweepClients(target.send, login, plan);
  };
}

function ledgerFinder(
  { origin, basePath, username }: ConnectedTarget,
  options: GivenOptions,
): () => Promise<readonly StoredLedger[]> {
  return () => findClientLedgers(reportDirOf(options), { target: origin + basePath, username });
}

function openCleaned(connected: ConnectedTarget, options: GivenOptions): PlannedTarget {
  const plan = { ...connected, rate: options.rate ?? null, settings: settingsOf(options) };
  return openPlannedTarget(plan, connected.secrets, concurrency, { limit: runEnd });
}

/** Without a terminal, nobody can be asked. This is reported before anything is sent. */
function checkConfirmation({ hasPrefix, isConfirmed, isDry }: CleanChoices): void {
  if (!hasPrefix || isConfirmed || isDry || process.stdin.isTTY) return;
  throw new UserError(
    `--prefix removes every client whose name begins with ${fixturePrefix}, whoever created it: give --yes, or --dry-run to see which`,
  );
}

function reportDirOf(options: GivenOptions): string {
  return path.resolve(settingsOf(options).report);
}

function folderOf(options: GivenOptions): string {
  return clientLedgerFolder(reportDirOf(options));
}

function print(lines: readonly string[]): void {
  output.lines(...lines);
}

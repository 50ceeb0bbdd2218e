import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import type { TimeLimit } from '../driver/time-limit.ts';
import { monotonicMs, RunEnd } from '../driver/time-limit.ts';
import { messages } from './terminal.ts';
import { exitCodes, UserError } from './user-error.ts';

const running = new Set<ChildProcess>();

/** The processes that this one has started since {@link watchChildren}, and that go on. */
export function children(): readonly ChildProcess[] {
  return [...running];
}

/** Keeps account of the processes that this one starts, whoever does it, and ends them when it ends itself. */
export function watchChildren(): void {
  subscribe('child_process', (message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    running.add(child);
    child.once('exit', () => running.delete(child));
  });
  process.once('exit', () => {
    killChildren(() => true);
  });
}

/** Ends processes at once, also those that are deaf. */
export function killChildren(isMeant: (child: ChildProcess) => boolean): void {
  for (const child of running) if (isMeant(child)) child.kill('SIGKILL');
}

/** Whether Jest has started a process to run suites. */
export function isJestWorker({ spawnargs }: ChildProcess): boolean {
  return spawnargs.some((word) => word.includes('jest-worker') && word.includes('processChild'));
}

/** The end of the run that this process belongs to; a process has one run at most. */
export const runEnd = new RunEnd();

/** What is left to do after the end has so much time for it, counted from the end, in milliseconds. */
export const graces = {
  /** Removing the clients of cases that were under way. */
  removals: 4000,
  /** Jest, until it has handed over what was judged; what is late by then is told as not reached. */
  suites: 8000,
  /** The sweep; what it does not come to is left to `clean`. */
  sweep: 12_000,
  /** The trace and the page, not counted what the sweep took. */
  reports: 9000,
  /** Everything. */
  all: 19_500,
} as const;

/** Until when cases are sent, and what they have made is removed. */
export const drivingLimits = { limit: runEnd, removals: runEnd.plus(graces.removals) } as const;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** `npm` and `npx` pass on a Ctrl+C that the terminal has sent to the whole group already. */
const sameSignalMs = 500;
/** How often it is looked whether the time for everything is up. */
const lookMs = 250;

let role: 'command' | 'worker' | null = null;
let toldAt = -Infinity;

/** Whether this run has been asked to stop. */
export function isInterrupted(): boolean {
  return runEnd.isTold();
}

/**
 * Bounds a run, from its planning to its reports. It ends in order at its deadline, so many seconds from now, and at the
 * first SIGINT, SIGTERM or SIGHUP: what was judged is reported, what was created is removed. A second signal ends it at
 * once, and so does the time for ending when it is up. Processes that were started for it do not outlive it.
 */
export function boundRun(maxTimeS: number | undefined): void {
  if (maxTimeS !== undefined) runEnd.setDeadline(monotonicMs() + maxTimeS * 1000);
  if (role !== null) return;
  role = 'command';
  watchChildren();
  for (const signal of signals) process.on(signal, interrupt);
  const late = runEnd.plus(graces.all);
  setInterval(() => {
    if (!late.isOver()) return;
    messages.lines('error: the run did not end in time and was cut short; "clean" removes what is left');
    process.exit(isInterrupted() ? exitCodes.interrupted : exitCodes.targetNotDriven);
  }, lookMs).unref();
}

/** Lets a process that the run has started end with it: told by any signal, by the deadline, or left alone. */
export function followRun(deadline: number | null): void {
  runEnd.setDeadline(deadline);
  if (role !== null) return;
  role = 'worker';
  const end = (): void => {
    runEnd.tell();
  };
  for (const signal of signals) process.on(signal, end);
  // Its run was killed: nobody would take what it finds, and `clean` removes what the ledger holds, which it could not
  // if this went on to create.
  process.once('disconnect', () => process.exit(exitCodes.interrupted));
}

function interrupt(signal: NodeJS.Signals): void {
  const now = monotonicMs();
  if (now - toldAt < sameSignalMs) return;
  if (isInterrupted()) process.exit(exitCodes.interrupted);
  toldAt = now;
  runEnd.tell();
  const seconds = Math.ceil(graces.all / 1000);
  const text = `note: ${signal}: ending within ${seconds} s, with what was judged; a second signal ends it at once\n`;
  if (messages.isTTY) messages.rewrite(text);
  else messages.write(text);
  // A signal to this process alone: those that drive have to know.
  for (const child of children()) if (isJestWorker(child)) child.kill('SIGTERM');
}

/** How often a limit is looked at. */
const shortLookMs = 100;

/** What a work comes to, or null where its limit is over first. It is not stopped then, but nobody hears of it any more. */
export async function within<Result extends object>(
  limit: TimeLimit,
  work: Promise<Result>,
): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setInterval(() => {
      if (limit.isOver()) resolve(null);
    }, shortLookMs);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearInterval(timer);
  }
}

/** What has to be done before anything is driven. Throws a UserError where the run is to end first: there is nothing to report. */
export async function beforeEnd<Result extends object>(work: Promise<Result>): Promise<Result> {
  const result = await within(runEnd, work).catch((error: unknown) => {
    if (runEnd.isOver()) return null;
    throw error;
  });
  if (result !== null) return result;
  throw isInterrupted()
    ? new UserError('interrupted before anything was tested', exitCodes.interrupted)
    : new UserError(
        '--max-time: the time was up before anything was tested; give it more',
        exitCodes.targetNotDriven,
      );
}

/** A signal for what takes one: given when the limit is over. `stop` ends the looking. */
export function abortAt(limit: TimeLimit): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const timer = setInterval(() => {
    if (limit.isOver()) controller.abort();
  }, shortLookMs);
  return {
    signal: controller.signal,
    stop: () => {
      clearInterval(timer);
    },
  };
}

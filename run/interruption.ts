import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import type { TimeLimit } from '../driver/time-limit.ts';
import { monotonicMs, RunEnd } from '../driver/time-limit.ts';
import { whenParentIsGone } from './parent-process.ts';
import { messages } from './terminal.ts';
import { exitCodes, UserError } from './user-error.ts';

const running = new Set<ChildProcess>();

/** The processes that this one has started since {@link watchChildren} and that are still running. */
export function children(): readonly ChildProcess[] {
  return [...running];
}

let isWatching = false;

/** Tracks every process that this one starts, from anywhere in the code, and kills them when this process exits. */
export function watchChildren(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('child_process', (message) => {
    if (role === null) return;
    const { process: child } = message as { readonly process: ChildProcess };
    running.add(child);
    child.once('exit', () => running.delete(child));
  });
  process.once('exit', () => {
    killChildren(() => true);
  });
}

/** Kills processes immediately, including those that ignore other signals. */
export function killChildren(isMeant: (child: ChildProcess) => boolean): void {
  for (const child of running) if (isMeant(child)) child.kill('SIGKILL');
}

/** Whether a process was started by Jest to run suites. */
export function isJestWorker({ spawnargs }: ChildProcess): boolean {
  return spawnargs.some((word) => word.includes('jest-worker') && word.includes('processChild'));
}

/** The end of the run that this process belongs to. A process has at most one run. */
export const runEnd = new RunEnd();

/** How much time each remaining task has after the end of the run, in milliseconds from that end. */
export const graces = {
  /** Removing the clients of cases that were in progress. */
  removals: 4000,
  /** Jest, until it has handed over what was judged. Suites that take longer are reported as not reached. */
  suites: 8000,
  /** The sweep. Whatever it does not get to is left to `clean`. */
  sweep: 12_000,
  /** The trace and the page. The duration of the sweep is added to this. */
  reports: 9000,
  /** Everything together. */
  all: 19_500,
} as const;

/** The deadlines for sending cases, and for removing what they have created. */
export const drivingLimits = { limit: runEnd, removals: runEnd.plus(graces.removals) } as const;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** `npm` and `npx` forward a Ctrl+C that the terminal has already sent to the whole process group. */
const sameSignalMs = 500;
/** How often to check whether the time for everything is up. */
const lookMs = 250;

let role: 'conductor' | 'worker' | null = null;
let toldAt = -Infinity;
/** Checks whether the time for everything is up. */
let lateCheck: NodeJS.Timeout | undefined;

/** Whether this run has been asked to stop. */
export function isInterrupted(): boolean {
  return runEnd.isTold();
}

/**
 * Bounds a run, from planning to reports. It ends in an orderly way at its deadline, which is `maxTimeS` seconds from
 * now, and at the first SIGINT, SIGTERM or SIGHUP: what was judged is reported, and what was created is removed. A
 * second signal ends it immediately, and so does exceeding the time for ending. Processes started for the run do not
 * outlive it.
 */
export function boundRun(maxTimeS: number | undefined): void {
  if (maxTimeS !== undefined) runEnd.setDeadline(monotonicMs() + maxTimeS * 1000);
  if (role !== null) return;
  role = 'conductor';
  watchChildren();
  for (const signal of signals) process.on(signal, interrupt);
  const late = runEnd.plus(graces.all);
  lateCheck = setInterval(() => {
    if (!late.isOver()) return;
    messages.lines('error: the run did not end in time and was cut short; "clean" removes what is left');
    process.exit(isInterrupted() ? exitCodes.interrupted : exitCodes.targetNotDriven);
  }, lookMs).unref();
}

/** Undoes {@link boundRun} after a run, in a process that goes on with other work, such as Jest with other tests. */
export function releaseRun(): void {
  if (role !== 'conductor') return;
  role = null;
  clearInterval(lateCheck);
  for (const signal of signals) process.off(signal, interrupt);
  runEnd.reset();
}

/**
 * Makes a process that the run has started end with the run: at any signal, at the deadline, or when its parent is
 * gone.
 */
export function followRun(deadline: number | null): void {
  runEnd.setDeadline(deadline);
  if (role !== null) return;
  role = 'worker';
  const end = (): void => {
    runEnd.tell();
  };
  for (const signal of signals) process.on(signal, end);
  // Nobody would use the results, and `clean` removes what the ledger lists, which it could not do if this process went
  // on creating clients.
  whenParentIsGone(() => process.exit(exitCodes.interrupted));
}

/** Tells how many clients of the run are on a target; null if that takes too long to find out. */
type ClientCount = () => number | null;

const clientCounts = new Set<ClientCount>();

/** Lets the line that answers a signal tell how many clients are to be removed, until the returned function is called. */
export function countOnInterrupt(count: ClientCount): () => void {
  clientCounts.add(count);
  return () => clientCounts.delete(count);
}

/** What a run does at a signal. Whoever has pressed Ctrl+C sees at once that it was heard. */
function interruptionLine(signal: NodeJS.Signals): string {
  const counts = [...clientCounts].map((count) => count());
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  const clients = sum === 1 ? '1 client' : `${counts.includes(null) ? 'all' : sum} clients`;
  const task = counts.length === 0 ? 'ending' : `removing ${clients}`;
  const [word, again] =
    signal === 'SIGINT' ? ['interrupted', 'press again'] : [`ended by ${signal}`, 'a second signal'];
  const end = signal === 'SIGINT' ? 'to stop' : 'stops it';
  return `${word}: ${task}, at most ${Math.ceil(graces.all / 1000)} s; ${again} ${end} at once`;
}

function interrupt(signal: NodeJS.Signals): void {
  const now = monotonicMs();
  if (now - toldAt < sameSignalMs) return;
  if (isInterrupted()) process.exit(exitCodes.interrupted);
  toldAt = now;
  runEnd.tell();
  messages.lines(interruptionLine(signal));
  // The signal may have reached this process only, so the workers must be told.
  for (const child of children()) if (isJestWorker(child)) child.kill('SIGTERM');
}

/** How often a limit is checked. */
const shortLookMs = 100;

/**
 * The result of some work, or null if its limit passes first. The work is not stopped then, but its result is ignored.
 */
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

/**
 * Awaits work that must be done before any request is sent. Throws a UserError if the run must end first: there is
 * nothing to report then.
 */
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

/** An AbortSignal that is aborted when the limit has passed. `stop` ends the checking. */
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

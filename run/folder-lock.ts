import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { ReportFolders } from './report-folder.ts';
import { systemCode, systemReason, UserError } from './user-error.ts';

/**
 * How often a lock is renewed. Without renewals, a killed process's lock goes stale even if its pid has been reused.
 */
const renewalMs = 10_000;
const staleMs = 6 * renewalMs;

/** The process that holds a lock, as far as the lock tells. */
export interface LockHolder {
  readonly pid: number;
  /** The machine or container; null if an older version wrote the lock without it. */
  readonly host: string | null;
}

/** The result of requesting a lock: a function that releases it, or its current holder. */
export type LockAnswer = { readonly release: () => Promise<void> } | { readonly heldBy: LockHolder };

/**
 * Takes a lock: a file that only one process can create, that cannot be a link, and that names its creator. A lock
 * whose holder is gone, or has not renewed it for a minute, is taken over. Rejects with the system's error if the file
 * cannot be written, or if the file there is not a lock of this suite.
 */
export async function takeLock(file: string): Promise<LockAnswer> {
  const made = await make(file);
  if (made !== null) return made;
  const found = await look(file);
  if (found === null) return takeLock(file);
  if (isHeld(found)) return { heldBy: found.holder };
  await setAside(file, found.inode);
  return takeLock(file);
}

interface FoundLock {
  readonly holder: LockHolder;
  readonly ageMs: number;
  readonly inode: number;
}

async function make(file: string): Promise<LockAnswer | null> {
  const handle = await unless('EEXIST', open(file, 'wx', 0o644));
  if (handle === null) return null;
  await handle.writeFile(`${process.pid} ${hostname()}\n`);
  const { ino } = await handle.stat();
  const renewal = setInterval(() => {
    const now = new Date();
    // By its handle: the file of that name may belong to another process by then.
    handle.utimes(now, now).catch(() => undefined);
  }, renewalMs).unref();
  const release = async (): Promise<void> => {
    clearInterval(renewal);
    await handle.close();
    if ((await look(file).catch(() => null))?.inode === ino) await rm(file, { force: true });
  };
  return { release };
}

/** Null if the lock has disappeared. */
async function look(file: string): Promise<FoundLock | null> {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const handle = await unless('ENOENT', open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
  if (handle === null) return null;
  try {
    const { ino: inode, mtimeMs } = await handle.stat();
    return { holder: await readHolder(file, handle), ageMs: Date.now() - mtimeMs, inode };
  } finally {
    await handle.close();
  }
}

async function readHolder(file: string, handle: FileHandle): Promise<LockHolder> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
  const [, pid = '', host = ''] =
    /^(\d{1,10})(?: (\S+))?\n$/.exec(buffer.toString('utf8', 0, bytesRead)) ?? [];
  // An empty file was created but not yet written: its process was killed in between, or is writing it now.
  if (pid === '' && bytesRead > 0) throw new Error(`${file} is not a lock of this suite`);
  return { pid: Number(pid), host: host === '' ? null : host };
}

function isHeld({ holder: { pid, host }, ageMs }: FoundLock): boolean {
  if (ageMs >= staleMs) return false;
  // A pid says nothing about processes on another machine, and an empty lock does not name its creator. Only the age
  // counts then.
  if ((host !== null && host !== hostname()) || pid === 0) return true;
  return pid !== process.pid && isAlive(pid);
}

/**
 * Moves a lock that nobody holds out of the way. If another process did so first and made a new lock, that one is put
 * back.
 */
async function setAside(file: string, inode: number): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  if (
    (await unless(
      'ENOENT',
      rename(file, aside).then(() => true),
    )) === null
  )
    return;
  const moved = await look(aside);
  if (moved !== null && moved.inode !== inode) await rename(aside, file);
  else await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process belongs to another user, so it is alive.
    return systemCode(error) === 'EPERM';
  }
}

async function unless<Value>(code: string, doing: Promise<Value>): Promise<Value | null> {
  try {
    return await doing;
  } catch (error) {
    if (systemCode(error) === code) return null;
    throw error;
  }
}

/**
 * Claims the Allure results folder within a report folder for this process, and removes the results of an earlier run,
 * which would appear as retries of this run's tests. Returns a function that releases the claim. Throws a UserError if
 * another run still holds it. Runs without results claim nothing, so they can execute concurrently.
 */
export async function claimResults({ resultsDir, reportDir }: ReportFolders): Promise<() => Promise<void>> {
  if (resultsDir === null) return () => Promise.resolve();
  try {
    const lock = await takeLock(path.join(reportDir, 'run.lock'));
    if ('heldBy' in lock) throw new UserError(inUse(reportDir, lock.heldBy));
    await rm(resultsDir, { recursive: true, force: true, maxRetries: 3 });
    await mkdir(resultsDir);
    return lock.release;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`--report: ${reportDir}: ${systemReason(error)}`);
  }
}

function inUse(
  reportDir: string,
  { pid, host }: { readonly pid: number; readonly host: string | null },
): string {
  const where = host === null ? '' : ` on ${host}`;
  return `--report: ${reportDir} is in use by another run, process ${pid}${where}; give one of them another folder`;
}

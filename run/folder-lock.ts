import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { systemCode, systemReason, UserError } from './user-error.ts';

/** A lock is renewed this often, so that one of a process that was killed is not taken for that of its successor. */
const renewalMs = 10_000;
const staleMs = 6 * renewalMs;

/** Who has a folder, as far as a lock tells. */
export interface LockHolder {
  readonly pid: number;
  /** The machine or container; null where a version wrote the lock that did not say. */
  readonly host: string | null;
}

/** What came of asking for a lock: how to let go of it, or who has it. */
export type LockAnswer = { readonly release: () => Promise<void> } | { readonly heldBy: LockHolder };

/**
 * Takes a lock: a file that only one process can make, which no link stands for and which says who made it. One whose
 * holder is gone, or has not renewed it for a minute, is taken over. Rejects with what the system says where the file
 * cannot be written, or what is there is no lock of ours.
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
    // By its handle: what stands under the name may be another's by then.
    handle.utimes(now, now).catch(() => undefined);
  }, renewalMs).unref();
  const release = async (): Promise<void> => {
    clearInterval(renewal);
    await handle.close();
    if ((await look(file).catch(() => null))?.inode === ino) await rm(file, { force: true });
  };
  return { release };
}

/** Null where the lock has gone meanwhile. */
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
  // Made, and not written to yet: by a process that was killed in between, or by one that writes it now.
  if (pid === '' && bytesRead > 0) throw new Error(`${file} is not a lock of this suite`);
  return { pid: Number(pid), host: host === '' ? null : host };
}

function isHeld({ holder: { pid, host }, ageMs }: FoundLock): boolean {
  if (ageMs >= staleMs) return false;
  // A pid tells nothing of another machine's processes, nor an empty lock of who made it: its age alone does.
  if ((host !== null && host !== hostname()) || pid === 0) return true;
  return pid !== process.pid && isAlive(pid);
}

/** Moves a lock away that nobody holds. Another process may have done so first: what it made since is put back. */
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
    // Of another user: it lives.
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
 * Makes the Allure results of a report folder those of this process alone, and removes those of an earlier run: they
 * would show as retries of this one's tests. Gives what lets go of the folder. Throws a UserError where a run that
 * still goes on has it. Results that are outside of the folder, as those of a run without a report, are nobody else's:
 * such runs go side by side.
 */
export async function claimResults({
  resultsDir,
  reportDir,
}: {
  readonly resultsDir: string;
  readonly reportDir: string;
}): Promise<() => Promise<void>> {
  if (path.dirname(resultsDir) !== reportDir) return () => Promise.resolve();
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

import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './user-error.ts';

/** A lock is renewed this often, so that one of a process that was killed is not taken for that of its successor. */
const renewalMs = 10_000;
const staleMs = 6 * renewalMs;

/**
 * Makes the Allure results of a report folder those of this process alone, and removes those of an earlier run: they
 * would show as retries of this one's tests. Gives what lets go of the folder. Throws a UserError where a run that
 * still goes on has it.
 */
export async function claimResults({
  resultsDir,
  reportDir,
}: {
  readonly resultsDir: string;
  readonly reportDir: string;
}): Promise<() => Promise<void>> {
  const lock = path.join(reportDir, 'run.lock');
  const holder = await holderOf(lock);
  if (holder !== null) {
    throw new UserError(
      `--report: ${reportDir} is in use by another run, process ${holder}; give one of them another folder`,
    );
  }
  try {
    await writeFile(lock, `${process.pid}\n`);
    await rm(resultsDir, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    throw new UserError(`--report: ${error instanceof Error ? error.message : String(error)}`);
  }
  const renewal = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, renewalMs).unref();
  return async () => {
    clearInterval(renewal);
    await rm(lock, { force: true });
  };
}

/** The process that holds a lock and goes on; null where there is none. */
async function holderOf(lock: string): Promise<number | null> {
  try {
    const { mtimeMs } = await stat(lock);
    const holder = Number(await readFile(lock, 'utf8'));
    const isHeld = Date.now() - mtimeMs < staleMs && holder !== process.pid && isAlive(holder);
    return isHeld ? holder : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Of another user: it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

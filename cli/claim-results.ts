import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { takeLock } from './folder-lock.ts';
import { systemReason } from './system-reason.ts';
import { UserError } from './user-error.ts';

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

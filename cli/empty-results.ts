import { rm } from 'node:fs/promises';
import { UserError } from './user-error.ts';

/** Removes the Allure results of an earlier run: they would show as retries of this one's tests. */
export async function emptyResults({
  resultsDir,
  reportDir,
}: {
  readonly resultsDir: string;
  readonly reportDir: string;
}): Promise<void> {
  await rm(resultsDir, { recursive: true, force: true, maxRetries: 3 }).catch(() => {
    throw new UserError(`--report: ${reportDir} is in use by another run`);
  });
}

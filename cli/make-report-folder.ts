import { mkdir } from 'node:fs/promises';
import { UserError } from './user-error.ts';

/** Makes the folder of the reports. Throws a UserError where it cannot be made. */
export async function makeReportFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UserError(
      `--report: ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

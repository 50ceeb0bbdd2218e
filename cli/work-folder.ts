import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemReason } from './system-reason.ts';
import { UserError } from './user-error.ts';

/**
 * Makes a folder for what is needed only while a command runs. Its name cannot be known beforehand and nobody else may
 * enter it. Throws a UserError where the system's folder for temporary files does not take it.
 */
export async function makeWorkFolder(purpose: string): Promise<string> {
  const folder = tmpdir();
  return mkdtemp(path.join(folder, `conformance-${purpose}-`)).catch((error: unknown) => {
    throw new UserError(
      `the folder for temporary files, ${folder}, takes none: ${systemReason(error)}; set TMPDIR to another`,
    );
  });
}

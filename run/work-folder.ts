import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemCode, systemReason, UserError } from './user-error.ts';

/** A file system may have room for a name and none for what the file is to hold. */
const probe = Buffer.alloc(4096);

/**
 * Why a file of this name cannot be written, in the words of the system; null where it can. Writes a file beside it and
 * removes that again; where its folder is still to be made, in the one above.
 */
export async function whyNotWritable(file: string): Promise<string | null> {
  const folder = path.dirname(file);
  try {
    const near = (await isThere(folder)) ? file : path.join(await nearestFolder(folder), 'folder');
    await writeProbe(`${near}.${randomUUID()}.draft`);
    return null;
  } catch (error) {
    return systemReason(error);
  }
}

async function writeProbe(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(probe);
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}

async function nearestFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder);
  return parent === folder || (await isThere(parent)) ? parent : nearestFolder(parent);
}

/** Only that nothing is there is an answer; a part of the path that is a file or closed to us is an error. */
async function isThere(folder: string): Promise<boolean> {
  try {
    if ((await stat(folder)).isDirectory()) return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
  throw new Error(`${folder} is not a folder`);
}

/**
 * Makes a folder for what is needed only while a command runs. Its name cannot be known beforehand and nobody else may
 * enter it. Throws a UserError where the system's folder for temporary files does not take it.
 */
export async function makeWorkFolder(purpose: string): Promise<string> {
  const folder = tmpdir();
  return mkdtemp(path.join(folder, `conformance-${purpose}-`)).catch((error: unknown) => {
    throw new UserError(
      `the folder for temporary files, ${folder}, cannot be used: ${systemReason(error)}; set TMPDIR to another`,
    );
  });
}

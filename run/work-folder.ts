import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemCode, systemReason, UserError } from './user-error.ts';

/** A file system may have room for a file name but not for the file's content. */
const probe = Buffer.alloc(4096);

/**
 * Why a file of this name cannot be written, as the system says; null if it can. Writes a temporary file next to it and
 * removes that again. If the folder does not exist yet, it is tried in the nearest existing parent.
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

/** Only ENOENT means false. A part of the path that is a file or inaccessible is an error. */
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
 * Creates a folder for files that are needed only while a command runs. Its name is unpredictable, and no other user
 * can access it. Throws a UserError if the system's temporary folder does not accept it.
 */
export async function makeWorkFolder(purpose: string): Promise<string> {
  const folder = tmpdir();
  return mkdtemp(path.join(folder, `conformance-${purpose}-`)).catch((error: unknown) => {
    throw new UserError(
      `the folder for temporary files, ${folder}, cannot be used: ${systemReason(error)}; set TMPDIR to another`,
    );
  });
}

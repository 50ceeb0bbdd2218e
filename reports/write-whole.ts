import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: beside it first, then renamed over it. Makes its folder. A pipe or device
 * cannot be replaced and is written to directly. `mode` is what its permissions are at most.
 */
export async function writeWhole(
  file: string,
  content: string | AsyncIterable<string | Uint8Array>,
  mode = 0o666,
): Promise<void> {
  if (await isSpecial(file)) {
    await writeFile(file, content);
    return;
  }
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await writeThrough(draft, content, mode);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Flushed before the rename: otherwise a crash could leave an empty file under the final name. */
async function writeThrough(
  file: string,
  content: string | AsyncIterable<string | Uint8Array>,
  mode: number,
): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isSpecial(file: string): Promise<boolean> {
  try {
    const status = await stat(file);
    return !status.isFile() && !status.isDirectory();
  } catch {
    return false;
  }
}

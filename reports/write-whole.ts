import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: beside it first, then renamed over it. Makes its folder. A pipe or device
 * cannot be replaced and is written to directly.
 */
export async function writeWhole(file: string, content: string): Promise<void> {
  if (await isSpecial(file)) {
    await writeFile(file, content);
    return;
  }
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await writeThrough(draft, content);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Flushed before the rename: otherwise a crash could leave an empty file under the final name. */
async function writeThrough(file: string, content: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
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

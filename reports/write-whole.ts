import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

type Content = string | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file atomically: to a draft next to it first, which is then renamed. Creates its folder. A pipe or device
 * cannot be replaced, so it is written to directly. So is a file that this process already has open, because
 * `/dev/stdout` may be a file. `mode` is the upper limit of its permissions.
 */
export async function writeWhole(file: string, content: Content, mode = 0o666): Promise<void> {
  const kind = await kindOf(file);
  if (kind === 'special') {
    await writeFile(file, content);
    return;
  }
  const opened = openedAs(file);
  if (kind === 'file' && opened !== null) {
    const parts = typeof content === 'string' ? [content] : content;
    // Continues at the current position: reopening the file would overwrite it.
    await pipeline(Readable.from(parts), createWriteStream('', { fd: opened, autoClose: false }));
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

/** What a path leads to. Anything that is neither file nor folder is special: a pipe, a device, a socket. */
export async function kindOf(file: string): Promise<'file' | 'folder' | 'special' | 'nothing'> {
  try {
    const status = await stat(file);
    if (status.isFile()) return 'file';
    return status.isDirectory() ? 'folder' : 'special';
  } catch {
    return 'nothing';
  }
}

/** The file descriptor of this process that a path stands for, such as 1 for `/dev/stdout`; null for any other path. */
export function openedAs(file: string): number | null {
  const named = { '/dev/stdout': 1, '/dev/stderr': 2 }[file];
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(file) ?? [];
  return named ?? (number === undefined ? null : Number(number));
}

/** Flushed before the rename: otherwise a crash could leave an empty file under the final name. */
async function writeThrough(file: string, content: Content, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

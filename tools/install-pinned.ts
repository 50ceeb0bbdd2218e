import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ZooError } from './zoo/mock.ts';

export type Command = readonly [program: string, ...words: string[]];

/** Software of others, and where it is installed. */
export interface Pinned {
  readonly name: string;
  readonly folder: string;
  /** Folders with the lock, and what else is needed there. */
  readonly sources: readonly string[];
  /** Run in the folder, one after the other. */
  readonly commands: readonly Command[];
}

/** Installs what a lock names, unless that has been done with the same sources, and returns the folder. */
export async function installPinned({ name, folder, sources, commands }: Pinned): Promise<string> {
  const plan = JSON.stringify([commands, await Promise.all(sources.map(contentOf))]);
  const mark = path.join(folder, '.installed');
  if ((await readFile(mark, 'utf8').catch(() => '')) === plan) return folder;
  process.stdout.write(`installing ${name} …\n`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const source of sources) await cp(source, folder, { recursive: true });
  for (const command of commands) await runIn(folder, command);
  await writeFile(mark, plan);
  return folder;
}

/** All files of a folder, each with its name. */
async function contentOf(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    files.map(async (file) => [path.relative(folder, file), await readFile(file, 'utf8')] as const),
  );
}

async function runIn(folder: string, [program, ...words]: Command): Promise<void> {
  try {
    await promisify(execFile)(program, words, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const said = String((error as { readonly stderr?: unknown }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1);
    throw new ZooError(`${program} ${words.join(' ')} failed: ${said ?? 'it said nothing'}`);
  }
}

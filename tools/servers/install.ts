import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../run/package-facts.ts';
import { ZooError } from '../zoo/mock.ts';
import type { Language, Server } from './server.ts';

/** Outside of the checkout, so that linters, tests and packages never see it. */
const installRoot = path.join(tmpdir(), 'conformance-servers');

type Command = readonly [program: string, ...words: string[]];

/**
 * How a language installs what a lock names, and nothing else, and how it starts it. Commands run in the server's own
 * folder. The language's own tool writes a lock: `npm install --package-lock-only --omit-lockfile-registry-resolved`,
 * `pip freeze`, `go mod tidy`.
 */
interface Toolchain {
  readonly install: readonly Command[];
  readonly start: (port: number) => Command;
}

const toolchains: Readonly<Record<Language, Toolchain>> = {
  Go: {
    install: [['go', 'build', '-o', 'server', '.']],
    start: (port) => ['./server', String(port)],
  },
  // Maven has no lock: the parent of the adapter's pom.xml names every version, and the lock that of the library.
  Java: {
    install: [['mvn', '--quiet', '--batch-mode', 'package']],
    start: (port) => ['java', '-jar', 'target/serve.jar', String(port)],
  },
  Node: {
    install: [['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund']],
    start: (port) => [process.execPath, 'serve.mjs', String(port)],
  },
  Python: {
    install: [
      ['python3', '-m', 'venv', 'venv'],
      ['venv/bin/pip', 'install', '--quiet', '--no-deps', '--requirement', 'requirements.txt'],
    ],
    start: (port) => ['venv/bin/python', 'serve.py', String(port)],
  },
};

/** Where a server is installed, and how it is started there. */
export interface Installed {
  readonly folder: string;
  readonly command: (port: number) => Command;
}

/** Installs a server from its registry, unless that has been done with the same adapter and lock. */
export async function install(server: Server): Promise<Installed> {
  const toolchain = toolchains[server.language];
  const folder = path.join(installRoot, server.id);
  const here = path.join(packageRoot, 'tools', 'servers');
  const sources = [path.join(here, 'adapters', server.adapter), path.join(here, 'locks', server.id)];
  const plan = JSON.stringify([toolchain.install, await Promise.all(sources.map(contentOf))]);
  const mark = path.join(folder, '.installed');
  if ((await readFile(mark, 'utf8').catch(() => '')) !== plan) {
    process.stdout.write(`installing ${server.id} …\n`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const source of sources) await cp(source, folder, { recursive: true });
    for (const command of toolchain.install) await runIn(folder, command);
    await writeFile(mark, plan);
  }
  return { folder, command: toolchain.start };
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

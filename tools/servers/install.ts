import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../run/package-facts.ts';
import { ZooError } from '../zoo/mock.ts';
import type { Language, Server } from './server.ts';

/** Outside of the checkout, so that linters, tests and packages never see it. */
const installRoot = path.join(tmpdir(), 'conformance-servers');

type Command = readonly [program: string, ...words: string[]];

/** How a language installs what an adapter names, and starts it. Commands run in the server's own folder. */
interface Toolchain {
  /** The file that pins the adapter's dependencies. */
  readonly manifest: string;
  readonly install: (server: Server) => readonly Command[];
  readonly start: (port: number) => Command;
}

const toolchains: Partial<Record<Language, Toolchain>> = {
  Go: {
    manifest: 'go.mod',
    install: ({ pins = {} }) => [
      ...Object.entries(pins).map(([name, version]): Command => [
        'go',
        'mod',
        'edit',
        `-require=${name}@${version}`,
      ]),
      ['go', 'mod', 'tidy'],
      ['go', 'build', '-o', 'server', '.'],
    ],
    start: (port) => ['./server', String(port)],
  },
  Node: {
    manifest: 'package.json',
    install: ({ pins = {} }) => [
      [
        ...(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'] as const),
        ...Object.entries(pins).map(([name, version]) => `${name}@${version}`),
      ],
    ],
    start: (port) => [process.execPath, 'serve.mjs', String(port)],
  },
  Python: {
    manifest: 'requirements.txt',
    install: ({ pins = {} }) => [
      ['python3', '-m', 'venv', 'venv'],
      ['venv/bin/pip', 'install', '--quiet', '--requirement', 'requirements.txt'],
      ...Object.entries(pins).map(([name, version]): Command => [
        'venv/bin/pip',
        'install',
        '--quiet',
        `${name}==${version}`,
      ]),
    ],
    start: (port) => ['venv/bin/python', 'serve.py', String(port)],
  },
};

/** Where a server is installed, and how it is started there. */
export interface Installed {
  readonly folder: string;
  readonly command: (port: number) => Command;
}

/** Installs a server from its registry, unless that has been done. Its adapter is copied each time. */
export async function install(server: Server): Promise<Installed> {
  const toolchain = toolchains[server.language];
  if (toolchain === undefined) throw new ZooError(`nothing installs servers in ${server.language}`);
  const folder = path.join(installRoot, server.id);
  await mkdir(folder, { recursive: true });
  const source = path.join(packageRoot, 'tools', 'servers', 'adapters', server.adapter);
  await cp(source, folder, { recursive: true });
  const commands = toolchain.install(server);
  const mark = path.join(folder, '.installed');
  const plan = JSON.stringify([commands, await readFile(path.join(source, toolchain.manifest), 'utf8')]);
  if ((await readFile(mark, 'utf8').catch(() => '')) !== plan) {
    process.stdout.write(`installing ${server.id} …\n`);
    for (const command of commands) await runIn(folder, command);
    await writeFile(mark, plan);
  }
  return { folder, command: toolchain.start };
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

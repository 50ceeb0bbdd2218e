import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../run/package-facts.ts';
import { installPinned } from '../install-pinned.ts';
import type { Command } from '../install-pinned.ts';
import type { Language, Server } from './server.ts';

/** Outside of the checkout, so that linters, tests and packages never see it. */
const installRoot = path.join(tmpdir(), 'conformance-servers');

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
  const here = path.join(packageRoot, 'tools', 'servers');
  const folder = await installPinned({
    name: server.id,
    folder: path.join(installRoot, server.id),
    sources: [path.join(here, 'adapters', server.adapter), path.join(here, 'locks', server.id)],
    commands: toolchain.install,
  });
  return { folder, command: toolchain.start };
}

import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface SpawnOptions {
  readonly faults?: readonly string[];
  readonly variants?: readonly string[];
  /** Default: 0, any free port. */
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
  /** A JSON file with the answers of another build: see `Imitation`. Read before the target listens. */
  readonly imitationFile?: string;
}

/** A reference target in a process of its own. */
export interface SpawnedReference {
  /** Origin with base path. */
  readonly url: string;
  /** Keeps this process alive until the target's process ends. */
  readonly wait: () => Promise<void>;
  /** Ends the process. Resolves when it has ended. */
  readonly close: () => Promise<void>;
}

export class SpawnReferenceError extends Error {
  readonly code = 'REFERENCE_NOT_STARTED';
}

const passwordVariable = 'REFERENCE_PASSWORD';

/**
 * Starts the reference target from the compiled tree, in a process of its own, so that it does not share a CPU core
 * with what drives it. It ends with this process, however this process ends.
 */
export async function spawnReference(options: SpawnOptions = {}): Promise<SpawnedReference> {
  const child = fork(findEntry(), buildArguments(options), {
    execArgv: [],
    env: {
      ...process.env,
      ...(options.password === undefined ? {} : { [passwordVariable]: options.password }),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const url = await readUrl(child);
  // A target that is not closed must not keep this process alive.
  child.unref();
  child.channel?.unref();
  const wait = async (): Promise<void> => {
    child.ref();
    await gone;
  };
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await wait();
  };
  return { url, wait, close };
}

/** Finds the compiled entry, whether this file runs compiled, from source or as a part of the bundled interface. */
function findEntry(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const entry = [
    'reference/process.js',
    '../targets/reference/process.js',
    '../dist/targets/reference/process.js',
  ]
    .map((path) => join(here, path))
    .find((path) => existsSync(path));
  if (entry === undefined) {
    throw new SpawnReferenceError('the reference target is not built: run `npm run build`');
  }
  return entry;
}

function buildArguments(options: SpawnOptions): readonly string[] {
  return [
    ...(options.port === undefined ? [] : ['--port', String(options.port)]),
    ...(options.username === undefined ? [] : ['--username', options.username]),
    ...(options.password === undefined ? [] : ['--password-env', passwordVariable]),
    ...(options.imitationFile === undefined ? [] : ['--imitation', options.imitationFile]),
    ...(options.faults ?? []).flatMap((id) => ['--fault', id]),
    ...(options.variants ?? []).flatMap((id) => ['--variant', id]),
  ];
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new SpawnReferenceError('the reference target has no output');
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    lines.once('close', () => {
      reject(new SpawnReferenceError('the reference target ended before it listened'));
    });
  });
  lines.close();
  child.stdout.destroy();
  const { url, reason } = JSON.parse(line) as { readonly url?: string; readonly reason?: string };
  if (url === undefined)
    throw new SpawnReferenceError(reason ?? 'the reference target did not say where it listens');
  return url;
}

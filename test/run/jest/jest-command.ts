import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SpawnedReference } from '../../../targets/spawn-reference.ts';
import type { EndedCommand } from '../../cli/command.ts';

/** A folder for the reports of runs under Jest, and a way to run Jest there. */
export interface JestCommand {
  readonly folder: string;
  /** Runs the checkout's Jest with these words, and with only these PRISM_ variables. */
  readonly run: (words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<EndedCommand>;
  readonly remove: () => void;
}

export function openJestCommand(): JestCommand {
  const folder = mkdtempSync(path.join(tmpdir(), 'conformance-jest-'));
  return {
    folder,
    run: (words, env = {}) => runJest(words, { PRISM_REPORT: folder, PRISM_RUNS: '20', ...env }),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The environment of a child process: without what the Jest of the self-tests and its caller set. */
export function plainEnvironment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:PRISM|JEST|GITHUB)_|^NODE_ENV$/.test(name),
  );
  return { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env };
}

function runJest(words: readonly string[], env: Readonly<Record<string, string>>): Promise<EndedCommand> {
  return new Promise((resolve) => {
    const settings = { env: plainEnvironment(env), maxBuffer: 2 ** 26 };
    execFile('npx', ['jest', ...words], settings, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** How many clients a reference target has. */
export async function clientsAt({ url }: SpawnedReference): Promise<number> {
  const response = await fetch(`${url}/oauth/client/list`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('admin:nutanix/4u').toString('base64')}`,
      'content-type': 'application/json',
    },
    body: '{}',
  });
  const { entities } = (await response.json()) as { readonly entities: readonly unknown[] };
  return entities.length;
}

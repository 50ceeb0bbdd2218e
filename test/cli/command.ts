import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect } from '@jest/globals';

/** What a command ended with. */
export interface EndedCommand {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const main = path.resolve('dist/cli/main.js');

/** Runs the compiled command in a folder, with nothing of ours in its environment but what is given. */
export function runCommand(
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<EndedCommand> {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('PRISM_')),
  );
  return new Promise((resolve) => {
    const settings = {
      cwd: options.cwd,
      env: { ...clean, NO_COLOR: '1', ...options.env },
      maxBuffer: 2 ** 26,
    };
    execFile(process.execPath, [main, ...words], settings, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** What went wrong is told without a stack, without the path of a module, and in not more than a few lines. */
export function expectPlain({ stderr }: EndedCommand): void {
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\.js:\d+/);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
}

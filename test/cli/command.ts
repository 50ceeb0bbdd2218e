import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect } from '@jest/globals';

/** The outcome of a command. */
export interface EndedCommand {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const main = path.resolve('dist/cli/main.js');

/** Runs the compiled command in a folder, with only the given variables of ours and of GitHub in its environment. */
export function runCommand(
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<EndedCommand> {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:PRISM|GITHUB)_/.test(name)),
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

/** Errors must be reported without a stack or module path, and in a few lines. */
export function expectPlain({ stderr }: EndedCommand): void {
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\.js:\d+/);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
}

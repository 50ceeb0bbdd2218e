import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { extract } from '../../../run/jest/suite-inputs.ts';
import { openJestCommand, plainEnvironment } from './jest-command.ts';
import type { JestCommand } from './jest-command.ts';

let command: JestCommand;
let child: ChildProcess | null = null;
beforeEach(() => {
  command = openJestCommand();
});
afterEach(() => {
  child?.kill('SIGKILL');
  command.remove();
});

/** Starts Jest in watch mode, and returns a function that waits until it has printed a text so many times. */
function watch(words: readonly string[]): (text: string, times: number) => Promise<void> {
  const env = plainEnvironment({ PRISM_REPORT: command.folder, PRISM_RUNS: '1', PRISM_NO_REPORT: 'true' });
  const jest = path.resolve('node_modules/jest/bin/jest.js');
  const watching = spawn(process.execPath, [jest, '--watchAll', ...words], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child = watching;
  let seen = '';
  watching.stderr.setEncoding('utf8').on('data', (part: string) => {
    seen += part;
  });
  return async (text, times) => {
    while (seen.split(text).length <= times) await new Promise((resolve) => setTimeout(resolve, 100));
  };
}

describe('jest in watch mode', () => {
  it.each(['spec/openapi.yaml', 'suites/session.suite.ts'])('runs again when %s changes', async (file) => {
    const hasPrinted = watch(['--selectProjects', 'oauth_idp_login_get']);
    await hasPrinted('Ran all test suites', 1);
    const now = new Date();
    utimesSync(file, now, now);
    await hasPrinted('Ran all test suites', 2);
    await hasPrinted('exit 0: the target conforms', 2);
  });
});

describe('what a suite depends on', () => {
  const none = (): readonly string[] => [];

  it('is the contract and any configuration file, besides its imports', () => {
    const found = [...extract('', path.resolve('suites/session.suite.ts'), () => ['./judged-tests.ts'])];
    const inputs = found.map((file) => path.relative(process.cwd(), path.resolve('suites', file)));
    expect(inputs).toEqual(
      expect.arrayContaining(['suites/judged-tests.ts', 'spec/openapi.yaml', 'conformance.config.ts']),
    );
  });

  it('is nothing more for other files', () => {
    expect([...extract('', path.resolve('suites/judged-tests.ts'), none)]).toEqual([]);
  });
});

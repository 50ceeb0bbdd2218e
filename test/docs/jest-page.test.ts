import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { plainEnvironment } from '../run/jest/jest-command.ts';
import { codeBlocks } from './code-blocks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'conformance-page-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a line as a reader would, with few cases. Returns what it printed, if it failed. */
function run(line: string): Promise<string | null> {
  const env = plainEnvironment({ PRISM_RUNS: '10', PRISM_REPORT: folder, PRISM_NO_REPORT: 'true' });
  return new Promise((resolve) => {
    execFile('sh', ['-c', line], { env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve(error === null ? null : `${stdout}${stderr}`);
    });
  });
}

describe('docs/jest.md', () => {
  const [first = '', selections = '', install = ''] = codeBlocks('docs/jest.md', 'sh');

  it.each([...first.trim().split('\n'), ...selections.trim().split('\n')])(
    'can be pasted: %s',
    async (line) => {
      // With so few cases a race is not judged, and a run that judges nothing does not pass.
      const isEnough = !line.includes("-t 'code.race");
      expect(await run(isEnough ? line : `PRISM_RUNS=400 ${line}`)).toBeNull();
    },
  );

  it('shows the example as it is, which is installed and run from the package', () => {
    expect(install.trim()).toBe('npm install --save-dev jest prism-oauth-conformance');
    const example = (file: string): string => readFileSync(`docs/examples/jest-project/${file}`, 'utf8');
    expect(codeBlocks('docs/jest.md', 'js')).toEqual([example('jest.config.js'), example('start-mock.js')]);
  });
});

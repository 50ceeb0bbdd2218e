import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../run/package-facts.ts';
import { installNode24 } from './node-24.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the self-tests and the main job also pass on Node 24. The tests that run the command take most of the
 * time and are left out. The main job here, and that of the installed package (`verify-package.ts`), replace them.
 */
const leftOut = ['/node_modules/', '/dist/', '/test/(?:canary|cli|docs|tools)/'];
const folder = await mkdtemp(path.join(tmpdir(), 'conformance-node-'));
const tally = new Tally();

try {
  const node = await installNode24(folder);
  const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
  await verify('self-tests', node, [
    ...[jest, '--config', 'test/jest.config.mjs', '--silent'],
    ...leftOut.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
  ]);
  await verify('main job', node, ['dist/cli/main.js', '--seed', '1', '--report', path.join(folder, 'out')]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = tally.finish();

async function verify(name: string, node: string, words: readonly string[]): Promise<void> {
  const code = await new Promise<number>((resolve) => {
    const child = spawn(node, words, { cwd: packageRoot, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('exit', (exit) => {
      resolve(exit ?? 1);
    });
  });
  tally.expectNone(`${name} pass on Node 24`, code === 0 ? [] : [code], (exit) => `exit ${exit}`);
}

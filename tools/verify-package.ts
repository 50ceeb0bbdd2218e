import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageRoot, tool } from '../run/package-facts.ts';
import { installNode24 } from './node-24.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the package is complete: packed and installed in an empty folder, it does the main job there, on this
 * Node version and on Node 24.
 */
const run = promisify(execFile);
const folder = await mkdtemp(path.join(tmpdir(), 'conformance-package-'));
const tally = new Tally();

try {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: packageRoot });
  const [tarball] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  const home = path.join(folder, 'empty');
  await run('mkdir', [home]);
  await writeFile(path.join(home, 'package.json'), '{"private": true}');
  await run('npm', ['install', '--no-audit', '--no-fund', path.join(folder, tarball ?? '')], { cwd: home });
  await verifyRun('this Node', home, 'npx', [tool.name]);
  const main = path.join('node_modules', tool.name, 'dist', 'cli', 'main.js');
  await verifyRun('Node 24', home, await installNode24(path.join(folder, 'node-24')), [main]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = tally.finish();

async function verifyRun(
  name: string,
  cwd: string,
  program: string,
  words: readonly string[],
): Promise<void> {
  const report = `out-${name.replaceAll(' ', '-')}`;
  const problem = await run(program, [...words, 'run', '--seed', '1', '--runs', '40', '--report', report], {
    cwd,
    maxBuffer: 2 ** 26,
  }).then(
    () => (existsSync(path.join(cwd, report, 'index.html')) ? null : 'no HTML report'),
    (error: unknown) => String(error),
  );
  tally.expectNone(
    `the installed package does the main job on ${name}`,
    problem === null ? [] : [problem],
    String,
  );
}

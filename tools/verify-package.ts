import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { suiteIds } from '../spec/operation-ids.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { packageRoot, tool } from '../run/package-facts.ts';
import { installNode24 } from './node-24.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the package is complete. Packed and installed in an empty folder, it does the main job there, on this Node
 * version and on Node 24. The example repository, installed from the same tarball by npm and by pnpm, runs its own tests
 * and the suites, and so does a project of ES modules and TypeScript. The exported types are those that a consumer needs, in ES modules and in CommonJS.
 */
const pnpm = 'pnpm@10.34.9';
const run = promisify(execFile);
const maxBuffer = 2 ** 26;
const folder = await mkdtemp(path.join(tmpdir(), 'conformance-package-'));
const tally = new Tally();

try {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: packageRoot });
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  const tarball = path.join(folder, file);
  const node24 = await installNode24(path.join(folder, 'node-24'));
  const home = path.join(folder, 'empty');
  await mkdir(home);
  await writeFile(path.join(home, 'package.json'), '{"private": true}');
  await run('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: home });
  await verifyRun('this Node', home, 'npx', [tool.name]);
  await verifyRun('Node 24', home, node24, [path.join('node_modules', tool.name, 'dist', 'cli', 'main.js')]);
  await verifyTypes(home);
  for (const manager of ['npm', 'pnpm'] as const) {
    const project = await installProject({ manager, tarball, from: 'docs/examples/jest-project' });
    const printed = ['PASS own test/own.test.js', ...suiteIds.map(passed)];
    await verifyProject(`the example, by ${manager}`, project, { node: process.execPath, printed });
    await verifyProject(`the example, by ${manager}, on Node 24`, project, { node: node24, printed });
  }
  const from = 'tools/package/typescript-project';
  const project = await installProject({ manager: 'npm', tarball, from });
  const printed = ['PASS ts-jest test/own.test.ts', 'PASS swc test/own.test.ts', passed('session')];
  await verifyProject('a project of ES modules and TypeScript', project, { node: process.execPath, printed });
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
  const options = ['run', '--seed', '1', '--runs', '40', '--report', report];
  const problem = await run(program, [...words, ...options], { cwd, maxBuffer }).then(
    () => (existsSync(path.join(cwd, report, 'index.html')) ? null : 'no HTML report'),
    (error: unknown) => String(error),
  );
  tally.expectNone(
    `the installed package does the main job on ${name}`,
    problem === null ? [] : [problem],
    String,
  );
}

/** Compiles a consumer of every export, strictly and with the libraries checked too. */
async function verifyTypes(home: string): Promise<void> {
  const tsc = path.join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const types = path.join(packageRoot, 'node_modules', '@types');
  for (const ending of ['mts', 'cts']) {
    const consumer = path.join(home, `consumer.${ending}`);
    await copyFile(path.join(packageRoot, 'tools', 'package', 'consumer.ts'), consumer);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
    const words = [tsc, ...options, '--typeRoots', types, '--types', 'node', consumer];
    const problem = await run(process.execPath, words, { cwd: home }).then(
      () => null,
      (error: unknown) => (error as { readonly stdout?: string }).stdout ?? String(error),
    );
    tally.expectNone(
      `the exported types fit a consumer.${ending}`,
      problem === null ? [] : [problem],
      String,
    );
  }
}

interface Installation {
  readonly manager: 'npm' | 'pnpm';
  readonly tarball: string;
  /** The folder of the project in this repository. */
  readonly from: string;
}

/** Copies a project out of this repository, and installs it with this package from its tarball. */
async function installProject({ manager, tarball, from }: Installation): Promise<string> {
  const project = path.join(folder, `${path.basename(from)}-${manager}`);
  await cp(path.join(packageRoot, from), project, { recursive: true });
  const manifest = path.join(project, 'package.json');
  const text = await readFile(manifest, 'utf8');
  const named = `"${tool.name}": "${tool.version}"`;
  await writeFile(manifest, text.replace(named, `"${tool.name}": "file:${tarball}"`));
  const words = manager === 'npm' ? ['install', '--no-audit', '--no-fund'] : ['-y', pnpm, 'install'];
  await run(manager === 'npm' ? 'npm' : 'npx', words, { cwd: project, maxBuffer });
  return project;
}

interface ExpectedRun {
  readonly node: string;
  /** What Jest has to print, besides the verdict. */
  readonly printed: readonly string[];
}

/** Runs a project's Jest: its own tests and the suites pass, and the results for Allure are there. */
async function verifyProject(name: string, cwd: string, { node, printed }: ExpectedRun): Promise<void> {
  await rm(path.join(cwd, 'reports'), { recursive: true, force: true });
  const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
  const problems = await run(node, [jest, '--verbose'], { cwd, maxBuffer }).then(
    ({ stderr }) => [
      ...[...printed, 'the target conforms in all that was judged'].filter((text) => !stderr.includes(text)),
      ...(existsSync(path.join(cwd, 'reports', 'out', 'allure-results')) ? [] : ['Allure results']),
    ],
    (error: unknown) => [(error as { readonly stderr?: string }).stderr ?? String(error)],
  );
  tally.expectNone(`${name}: its tests and the suites pass`, problems, String);
}

function passed(suite: SuiteId): string {
  return `PASS ${suite} `;
}

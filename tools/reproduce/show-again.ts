import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { packageRoot } from '../../run/package-facts.ts';

const main = path.join(packageRoot, 'dist', 'cli', 'main.js');
const runner = createRequire(import.meta.url).resolve('jest/bin/jest');

/** Where the findings of a run are written: scripts in `scripts`, and `found.test.cjs`. */
export interface WrittenFindings {
  readonly folder: string;
  readonly scripts: readonly string[];
}

/** A program that has ended. */
export interface Ended {
  readonly code: number;
  readonly text: string;
}

/** Runs the rules that a fault trips against a target, and has the findings written. */
export async function writeFindings(
  folder: string,
  { url, rules, seed }: { readonly url: string; readonly rules: readonly string[]; readonly seed: number },
): Promise<WrittenFindings> {
  await mkdir(folder, { recursive: true });
  const where = [
    '--no-report',
    '--report',
    'out',
    '--reproduce',
    'scripts',
    '--regressions',
    'found.test.cjs',
  ];
  const how = ['--runs', '150', '--shrinks', '40', '--timeout-ms', '3000', '--seed', String(seed)];
  const words = ['run', '--target', url, '--rule', ...rules, ...how, ...where];
  await run(process.execPath, [main, ...words], { cwd: folder, url });
  await writeFile(path.join(folder, 'package.json'), '{}');
  const names = await readdir(path.join(folder, 'scripts')).catch(() => []);
  return { folder, scripts: names.filter((name) => name.endsWith('.sh')) };
}

/** Runs one script against a target. */
export function runScript({ folder }: WrittenFindings, name: string, url: string): Promise<Ended> {
  return run('sh', [path.join('scripts', name)], { cwd: folder, url });
}

/** The outcome of each test of the Jest file against a target, by name. Todos are left out. */
export async function runTests(
  { folder }: WrittenFindings,
  url: string,
): Promise<ReadonlyMap<string, string>> {
  const { text } = await run(
    process.execPath,
    [runner, '--rootDir', folder, '--json', '--silent', '--passWithNoTests', '--testTimeout', '60000'],
    { cwd: folder, url },
  );
  // Where nothing was found, there is no file, and Jest says so in words.
  if (!text.startsWith('{')) return new Map();
  const { testResults } = JSON.parse(text) as {
    readonly testResults: readonly {
      readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
    }[];
  };
  return new Map(
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status !== 'todo')
      .map(({ fullName, status }) => [fullName, status]),
  );
}

function run(
  program: string,
  words: readonly string[],
  { cwd, url }: { readonly cwd: string; readonly url: string },
): Promise<Ended> {
  const login = { PRISM_TARGET: url, PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
  const env = { ...process.env, NO_COLOR: '1', ...login };
  return new Promise((resolve) => {
    execFile(program, words, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, text: stdout === '' ? stderr : stdout });
    });
  });
}

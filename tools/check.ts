import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Tally } from './tally.ts';

/**
 * Runs everything that CI runs, ordered so that mistakes show early, and continues after a failure so that all of them
 * are seen. Each promise of the project is proved by a `verify-*.ts` file in this folder, which is found by its name.
 */
const here = path.dirname(fileURLToPath(import.meta.url));
/** These take minutes, and the self-tests cover part of them. */
const apart = [
  'verify-hostile.js',
  'verify-ends.js',
  'verify-pages.js',
  'verify-reproduce.js',
  'verify-causes.js',
];
/** These keep both cores busy, or judge by time. */
const busy = ['verify-comparison.js', 'verify-detection.js', 'verify-node-24.js', 'verify-smoke.js'];
const promises = readdirSync(here)
  .filter((file) => /^verify-.*\.js$/.test(file) && !apart.includes(file))
  .sort();

type Step = readonly [name: string, command: readonly string[]];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Far more than the longest step takes. CI would end a hanging one without its name, and without the steps after it. */
const limitMs = 40 * 60_000;

/** None of these steps reads another one's output, and each leaves a core idle. */
const sideBySide: readonly Step[] = [
  ['format', ['npm', 'run', '-s', 'format:check']],
  ['lint', ['npm', 'run', '-s', 'lint']],
  ['types', ['npm', 'run', '-s', 'types']],
  ['generated files', ['npm', 'run', '-s', 'generate:check']],
];
const oneByOne: Step[] = [
  ['self-tests', ['npm', 'test', '-s']],
  ['main job', ['npm', 'run', '-s', 'conformance', '--', '--seed', '1']],
  ...promises.filter((file) => busy.includes(file)).map(promiseStep),
];
/** These wait for targets, registries and processes half of their time. */
const inPairs = promises.filter((file) => !busy.includes(file)).map(promiseStep);

const tally = new Tally();
await Promise.all(sideBySide.map(check));
await checkAll(oneByOne);
await Promise.all([checkAll(inPairs), checkAll(inPairs)]);
process.exitCode = tally.finish();

function promiseStep(file: string): Step {
  return [file.replace('.js', ''), [process.execPath, path.join(here, file)]];
}

/** Takes steps from the front, until none is left. */
async function checkAll(steps: Step[]): Promise<void> {
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) await check(step);
}

async function check([name, command]: Step): Promise<void> {
  const start = performance.now();
  process.stdout.write(`\n== ${name}\n`);
  const code = await run(command);
  process.stdout.write(`== ${name}: exit ${code}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  tally.expectNone(`${name} passes`, code === 0 ? [] : [code], (exit) => `exit ${exit}`);
}

function run([program, ...words]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    // A group of its own, because a worker that hangs outlives the command that started it.
    const child = spawn(program ?? '', words, { stdio: 'inherit', detached: true });
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(end, limitMs);
    const settle = (code: number): void => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, endAll);
      resolve(code);
    };
    const endAll = (): void => {
      end();
      process.exit(1);
    };
    for (const signal of signals) process.on(signal, endAll);
    child.once('error', () => {
      settle(127);
    });
    child.once('exit', (code) => {
      settle(code ?? 1);
    });
  });
}

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawnReference } from '../targets/spawn-reference.ts';
import { drawEnding, wordsOf, type Ending } from './hostile/draw-ending.ts';
import type { HostileServer } from './hostile/hostile-server.ts';
import { standInFront } from './hostile/stand-in-front.ts';
import { places, troubles } from './hostile/troubles.ts';
import { Tally } from './tally.ts';

/**
 * Proves that a run always ends: whatever hangs, drips or floods, in whichever phase, and whether its time is up or it
 * gets a signal. `verify-ends.js N SEED` proves N random combinations. The same seed draws the same ones.
 */
const count = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? 1);
/** The number of concurrent runs. Most of them wait. */
const width = 3;
/** Includes the sweep, plus time for a busy machine. */
const boundMs = 20_000 + 4000;
/** How long a command may take before its time limit starts to count. */
const startMs = 15_000;
/** The environment variable that identifies the processes of a run. */
const mark = 'CONFORMANCE_ENDING';
const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'cli', 'main.js');

const tally = new Tally();
const reference = await spawnReference();
const left = Array.from({ length: count }, (_, number) => drawEnding(seed, number)).values();
try {
  await Promise.all(Array.from({ length: width }, proveAll));
} finally {
  await reference.close();
}
process.exitCode = tally.finish();

async function proveAll(): Promise<void> {
  for (const ending of left) await prove(ending);
}

interface Outcome {
  readonly exitCode: number | null;
  readonly output: string;
  /** From the signal, or from the start, to the end. */
  readonly tookMs: number;
  readonly isSignalled: boolean;
}

async function prove(ending: Ending): Promise<void> {
  const { number, trouble, place, from, by, afterMs, how } = ending;
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-ends-'));
  const isHit = places[place];
  const server = await standInFront(
    reference.url,
    (request, asked) => asked >= from && isHit(request),
    troubles[trouble],
  );
  try {
    const outcome = await run(ending, server, folder);
    const told = by === 'max-time' ? 'after its start' : outcome.isSignalled ? 'after it' : 'without it';
    const name = `${number}: ${trouble} at ${place} from ${from} on, ${by} ${afterMs} ms, ${how}`;
    process.stdout.write(
      `${name}: exit ${outcome.exitCode ?? '-'} ${(outcome.tookMs / 1000).toFixed(1)} s ${told}\n`,
    );
    tally.expectNone(name, [...objections(ending, outcome, folder), ...(await survivors(ending))], String);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(ending: Ending, server: HostileServer, folder: string): Promise<Outcome> {
  const child = spawn(process.execPath, [main, ...wordsOf(ending, server.url)], {
    cwd: folder,
    env: {
      ...process.env,
      ...{ PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u', NO_COLOR: '1' },
      [mark]: markOf(ending),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let since = performance.now();
  const killer = setTimeout(() => child.kill('SIGKILL'), 120_000);
  const { by, afterMs } = ending;
  if (by !== 'max-time') {
    while (!isOver() && server.requests.length === 0) await wait(20);
    await Promise.race([ended, wait(afterMs)]);
    since = performance.now();
    if (!isOver()) child.kill(by);
  }
  const isSignalled = by !== 'max-time' && !isOver();
  const exitCode = await ended;
  clearTimeout(killer);
  return { exitCode, output, tookMs: performance.now() - since, isSignalled };
}

function objections(ending: Ending, outcome: Outcome, folder: string): readonly string[] {
  const { exitCode, output, tookMs, isSignalled } = outcome;
  const lawful = isSignalled && !isTooLate(outcome) ? [130] : [0, 1, 3];
  const limitMs = ending.by === 'max-time' ? startMs + ending.afterMs + boundMs : boundMs;
  const last = output.trim().split('\n').slice(-2).join(' | ').slice(0, 300);
  return [
    ...(exitCode !== null && lawful.includes(exitCode) ? [] : [`exit ${exitCode ?? 'by kill'}: ${last}`]),
    ...(tookMs < limitMs ? [] : [`took ${(tookMs / 1000).toFixed(1)} s`]),
    // Stack frames are indented by four spaces, our own lines by at most three.
    ...(/^ {4}at |internal error|cut short/m.test(output) ? [last] : []),
    // A run that ends before it is planned has nothing to report.
    ...(/^error: /m.test(output) ? [] : resultObjections(folder)),
  ];
}

/** Whether the run had told its exit code, and was at its last steps, when the signal came. */
function isTooLate({ output, tookMs }: Outcome): boolean {
  return tookMs < 2000 && /^exit \d/m.test(output) && !/^note: SIG/m.test(output);
}

/** The result file must be complete, and if it reports clients left, there must be a ledger. */
function resultObjections(folder: string): readonly string[] {
  const file = path.join(folder, 'result.json');
  if (!existsSync(file)) return ['there is no result file'];
  const result = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly residue?: { readonly left?: readonly string[] };
  };
  const ledgers = path.join(folder, 'out', 'ledger');
  const isKept = existsSync(ledgers) && readdirSync(ledgers).length > 0;
  return (result.residue?.left?.length ?? 0) > 0 && !isKept ? ['clients are left, and no ledger'] : [];
}

function markOf({ number }: Ending): string {
  return `${process.pid}-${number}`;
}

/** Processes of a run that still exist shortly after it. Without /proc this cannot be checked. */
async function survivors(ending: Ending): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  await wait(700);
  const sought = `${mark}=${markOf(ending)}\0`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => environmentOf(pid).includes(sought))
    .map((pid) => `process ${pid} is left`);
}

function environmentOf(pid: string): string {
  try {
    return `${readFileSync(`/proc/${pid}/environ`, 'latin1')}\0`;
  } catch {
    return '';
  }
}

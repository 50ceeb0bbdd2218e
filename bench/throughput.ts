import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { openTarget } from '../driver/open-target.ts';
import type { WireRequest } from '../driver/exchange.ts';
import { mainStep } from '../generators/case.ts';
import { renderRequest } from '../generators/request/render-request.ts';
import { drawCases } from '../suites/engine/draw-cases.ts';
import { runSuite } from '../suites/engine/run-suite.ts';
import type { SuitePlan } from '../suites/engine/suite-run.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { median } from '../spec/median.ts';
import { login, buildPlan } from './bench-setup.ts';

/**
 * Compares the engine (cases generated, answers judged by every rule) with a bare undici pool that sends the same
 * requests, built in advance, and reads the answers as text. Both sides take turns against the same target. Each side
 * and the target have their own process, so that neither pays for what the other keeps in memory.
 */
const concurrency = 32;
const rounds = 9;
/**
 * A round is one run per seed, each with different cases, and long enough that its first and last requests hardly
 * count.
 */
const seeds = [1, 2, 3];
const sides = ['engine', 'bare pool'] as const;
type Side = (typeof sides)[number];

/** Runs one round and returns its requests per second. */
type Measurement = () => Promise<number>;

const [, , side, origin] = process.argv;
if (side === undefined || origin === undefined) await compare();
else serveRounds(side === 'engine' ? await prepareEngine(origin) : await prepareBare(origin));

async function compare(): Promise<void> {
  const reference = await spawnReference();
  const { origin: target } = new URL(reference.url);
  const children = new Map(sides.map((name) => [name, fork(fileURLToPath(import.meta.url), [name, target])]));
  const rates = new Map<Side, number[]>(sides.map((name) => [name, []]));
  // The first round warms up both sides and the target, and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, child] of children) {
      const rate = await measure(child);
      if (round > 0) rates.get(name)?.push(rate);
    }
  }
  for (const child of children.values()) child.disconnect();
  await reference.close();
  report(rates.get('engine') ?? [], rates.get('bare pool') ?? []);
}

async function measure(child: ChildProcess): Promise<number> {
  child.send('round');
  const [rate] = (await once(child, 'message')) as [number];
  return rate;
}

function report(engine: readonly number[], bare: readonly number[]): void {
  const ratios = engine.map((rate, index) => rate / (bare[index] ?? NaN));
  process.stdout.write(
    `${concurrency} in flight, ${rounds} rounds in turn, medians\n` +
      `engine     ${median(engine).toFixed(0)} requests/s\n` +
      `bare pool  ${median(bare).toFixed(0)} requests/s\n` +
      `ratio      ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})\n`,
  );
}

/** Measures one round per message. The process ends when its parent disconnects. */
function serveRounds(measurement: Measurement): void {
  process.on('message', () => void measurement().then((rate) => process.send?.(rate)));
}

async function prepareEngine(target: string): Promise<Measurement> {
  const plan = await buildPlan({ runs: 3000, concurrency });
  return () => measureEngine(plan, target);
}

async function measureEngine(plan: SuitePlan, target: string): Promise<number> {
  const opened = openTarget({ origin: target, connections: concurrency, timeoutMs: 10_000 });
  const start = performance.now();
  let sent = 0;
  for (const seed of seeds) {
    const wire = { target: login, send: (request: WireRequest) => opened.send(request) };
    sent += (await runSuite({ ...plan, seed }, wire)).requests;
  }
  const seconds = (performance.now() - start) / 1000;
  await opened.close();
  return sent / seconds;
}

async function prepareBare(target: string): Promise<Measurement> {
  const plan = await buildPlan({ runs: 3000, concurrency });
  const requests = seeds.flatMap((seed) =>
    [...drawCases({ ...plan, seed })].map(({ testCase }) =>
      renderRequest(mainStep(testCase).request, new Map(), login),
    ),
  );
  return () => measureBare(requests, target);
}

async function measureBare(requests: readonly WireRequest[], target: string): Promise<number> {
  const pool = new Pool(target, { connections: concurrency });
  const start = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const { body } = await pool.request({
        method: request.method,
        path: request.path,
        headers: request.headers.flat(),
        body: request.body,
      });
      await body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return requests.length / seconds;
}

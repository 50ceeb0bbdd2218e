import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { openTarget } from '../driver/open-target.ts';
import type { WireRequest } from '../driver/exchange.ts';
import { runSuite } from '../suites/engine/run-suite.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { median } from '../spec/median.ts';
import { login, buildPlan, measuredOperations } from './bench-setup.ts';
import type { MeasuredOperation } from './bench-setup.ts';

/**
 * Compares the engine (cases generated, answers judged by every rule) with a bare undici pool that sends the requests
 * of an earlier run of the engine, and reads the answers as text. Both sides take turns against the same target. Each
 * side and the target have their own process, so that neither pays for what the other keeps in memory.
 */
const concurrency = 32;
const rounds = 9;
/**
 * A round is one run per seed, each with different cases, and long enough that its first and last requests hardly
 * count. A case of the second operation is several requests.
 */
const seeds = { oauth_client_list_post: [1, 2, 3], oauth_token_post: [1] } as const;
const sides = ['engine', 'bare pool'] as const;

/** What a round shows of a side. */
interface Round {
  readonly requestsPerSecond: number;
  /** In microseconds, of user and system. */
  readonly cpuPerRequest: number;
}

/** Sends the requests of a round, and returns how many they were. */
type Measurement = () => Promise<number>;

const [, , side, origin, measured] = process.argv;
if (side === undefined || origin === undefined) {
  for (const operation of measuredOperations) await compare(operation);
} else {
  const operation = measuredOperations.find((known) => known === measured) ?? measuredOperations[0];
  serveRounds(await (side === 'engine' ? prepareEngine : prepareBare)(operation, origin));
}

async function compare(operation: MeasuredOperation): Promise<void> {
  const reference = await spawnReference();
  const { origin: target } = new URL(reference.url);
  const entry = fileURLToPath(import.meta.url);
  const children = sides.map((name) => fork(entry, [name, target, operation]));
  const pairs: (readonly Round[])[] = [];
  // The first round warms up both sides and the target, and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const pair: Round[] = [];
    for (const child of children) pair.push(await measure(child));
    if (round > 0) pairs.push(pair);
  }
  for (const child of children) child.disconnect();
  await reference.close();
  report(operation, pairs);
}

async function measure(child: ChildProcess): Promise<Round> {
  child.send('round');
  const [round] = (await once(child, 'message')) as [Round];
  return round;
}

function report(operation: MeasuredOperation, pairs: readonly (readonly Round[])[]): void {
  process.stdout.write(`${operation}: ${concurrency} in flight, ${rounds} rounds in turn, medians\n`);
  for (const [index, name] of sides.entries()) {
    const of = (read: (round: Round) => number): string =>
      median(pairs.flatMap((pair) => pair[index] ?? []).map(read)).toFixed(0);
    const rate = of(({ requestsPerSecond }) => requestsPerSecond);
    const cpu = of(({ cpuPerRequest }) => cpuPerRequest);
    process.stdout.write(`${name.padEnd(10)} ${rate} requests/s, ${cpu} µs of CPU a request\n`);
  }
  const ratios = (read: (round: Round) => number): string => {
    const all = pairs.flatMap(([engine, bare]) =>
      engine === undefined || bare === undefined ? [] : read(engine) / read(bare),
    );
    return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
  };
  process.stdout.write(
    `ratios     ${ratios(({ requestsPerSecond }) => requestsPerSecond)} of the requests/s, ` +
      `${ratios(({ cpuPerRequest }) => cpuPerRequest)} of the CPU a request\n`,
  );
}

/** Measures one round per message. The process ends when its parent disconnects. */
function serveRounds(measurement: Measurement): void {
  process.on('message', () => void measureRound(measurement).then((round) => process.send?.(round)));
}

async function measureRound(measurement: Measurement): Promise<Round> {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const sent = await measurement();
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    requestsPerSecond: (sent * 1000) / (performance.now() - start),
    cpuPerRequest: (user + system) / sent,
  };
}

async function prepareEngine(operation: MeasuredOperation, target: string): Promise<Measurement> {
  const plan = await buildPlan(operation, { runs: 3000, concurrency });
  return async () => {
    const opened = openTarget({ origin: target, connections: concurrency, timeoutMs: 10_000 });
    let sent = 0;
    for (const seed of seeds[operation]) {
      const wire = { target: login, send: (request: WireRequest) => opened.send(request) };
      sent += (await runSuite({ ...plan, seed }, wire)).requests;
    }
    await opened.close();
    return sent;
  };
}

async function prepareBare(operation: MeasuredOperation, target: string): Promise<Measurement> {
  const requests = await recordRequests(operation, target);
  return async () => {
    const pool = new Pool(target, { connections: concurrency });
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
    await pool.close();
    return requests.length;
  };
}

/** The requests of a run of the engine. Codes and clients in them are used up, so some get other answers again. */
async function recordRequests(operation: MeasuredOperation, target: string): Promise<readonly WireRequest[]> {
  const plan = await buildPlan(operation, { runs: 3000, concurrency });
  const opened = openTarget({ origin: target, connections: concurrency, timeoutMs: 10_000 });
  const requests: WireRequest[] = [];
  const send = (request: WireRequest): ReturnType<typeof opened.send> => {
    requests.push(request);
    return opened.send(request);
  };
  for (const seed of seeds[operation]) await runSuite({ ...plan, seed }, { target: login, send });
  await opened.close();
  return requests;
}

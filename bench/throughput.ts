import { Pool } from 'undici';
import { openTarget } from '../driver/open-target.ts';
import type { WireRequest } from '../driver/exchange.ts';
import { mainStep } from '../generators/case.ts';
import { renderRequest } from '../generators/request/render-request.ts';
import { drawCases } from '../suites/engine/draw-cases.ts';
import { runSuite, type SuitePlan } from '../suites/engine/run-suite.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { account, buildPlan } from './bench-setup.ts';

/**
 * The engine (cases generated, answers judged by every rule) against a bare undici pool that sends the same requests,
 * made beforehand, and reads the answers as text. Both sides in turn, against the same target in its own process.
 */
const concurrency = 32;
const rounds = 7;
/** A round is so many runs, each with other cases; each long enough that its first and last requests do not count much. */
const seeds = [1, 2, 3];

const reference = await spawnReference();
const { origin } = new URL(reference.url);
try {
  const plan = await buildPlan({ runs: 3000, concurrency });
  const requests = seeds.flatMap((seed) =>
    [...drawCases({ ...plan, seed })].map(({ testCase }) =>
      renderRequest(mainStep(testCase).request, new Map(), account),
    ),
  );
  const engine: number[] = [];
  const bare: number[] = [];
  // The first round warms up both sides and the target, and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const engineRate = await measureEngine(plan);
    const bareRate = await measureBare(requests);
    if (round === 0) continue;
    engine.push(engineRate);
    bare.push(bareRate);
  }
  const ratios = engine.map((rate, index) => rate / (bare[index] ?? NaN));
  process.stdout.write(
    `${requests.length} requests a round, ${concurrency} in flight, ${rounds} rounds, medians\n` +
      `engine     ${median(engine).toFixed(0)} requests/s\n` +
      `bare pool  ${median(bare).toFixed(0)} requests/s\n` +
      `ratio      ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})\n`,
  );
} finally {
  await reference.close();
}

async function measureEngine(plan: SuitePlan): Promise<number> {
  const target = openTarget({ origin, connections: concurrency, timeoutMs: 10_000 });
  const start = performance.now();
  let sent = 0;
  for (const seed of seeds) {
    const wire = { target: account, send: (request: WireRequest) => target.send(request) };
    sent += (await runSuite({ ...plan, seed }, wire)).requests;
  }
  const seconds = (performance.now() - start) / 1000;
  await target.close();
  return sent / seconds;
}

async function measureBare(requests: readonly WireRequest[]): Promise<number> {
  const pool = new Pool(origin, { connections: concurrency });
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

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

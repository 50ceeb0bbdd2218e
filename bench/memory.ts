import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openTarget } from '../driver/open-target.ts';
import type { Family } from '../generators/family.ts';
import { runSuite } from '../suites/engine/run-suite.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { median } from '../spec/median.ts';
import { login, buildPlan } from './bench-setup.ts';

/**
 * Measures the peak memory of a run with 10,000 and with 100,000 cases. Each run has its own process, three runs per
 * size, alternating. Cases are generated in chunks and judged as they arrive, so ten times the cases should need no
 * more memory.
 */
const sizes = [10_000, 100_000] as const;
const repetitions = 3;

const [, , size, url] = process.argv;
if (size === undefined || url === undefined) await compare();
else process.send?.(await measure(Number(size), url));

async function compare(): Promise<void> {
  const reference = await spawnReference();
  const peaks = new Map<number, number[]>(sizes.map((cases) => [cases, []]));
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const cases of sizes) peaks.get(cases)?.push(await measureApart(cases, reference.url));
  }
  await reference.close();
  const [small, large] = sizes.map((cases) => median(peaks.get(cases) ?? []));
  for (const cases of sizes) {
    process.stdout.write(
      `${cases} cases  peak ${(peaks.get(cases) ?? []).map((mib) => mib.toFixed(0)).join(', ')} MiB\n`,
    );
  }
  process.stdout.write(`apart      ${((large ?? NaN) - (small ?? NaN)).toFixed(1)} MiB (medians)\n`);
}

async function measureApart(cases: number, target: string): Promise<number> {
  const child = fork(fileURLToPath(import.meta.url), [String(cases), target]);
  const [mib] = (await once(child, 'message')) as [number];
  child.disconnect();
  return mib;
}

async function measure(cases: number, target: string): Promise<number> {
  const plan = await buildPlan('oauth_client_list_post', { runs: cases, concurrency: 32 });
  const broken = countOf(plan.families, 'broken');
  const opened = openTarget({ origin: new URL(target).origin, connections: 32, timeoutMs: 10_000 });
  const record = await runSuite(
    { ...plan, runs: cases - broken },
    { target: login, send: (request) => opened.send(request) },
  );
  await opened.close();
  const sent = record.cases.valid + record.cases.broken;
  if (sent !== cases) throw new Error(`${sent} cases were sent, not ${cases}`);
  return process.resourceUsage().maxRSS / 1024;
}

/** The number of cases of one polarity if every family yields as many as it needs and no more. */
function countOf(families: readonly Family[], polarity: Family['polarity']): number {
  return families
    .filter((family) => family.polarity === polarity)
    .reduce((sum, { enough }) => sum + enough, 0);
}

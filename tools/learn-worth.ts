import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogue } from '../checks/catalogue.ts';
import { familiesOf } from '../generators/families.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import { suiteIds } from '../spec/operation-ids.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { musts } from './detection/must-faults.ts';
import { runInProcesses } from './process-pool.ts';
import type { FamilyWorth } from './worth/worth-tally.ts';
import type { WorthTrial } from './worth/worth-trial.ts';
import { worthModule } from './worth/worth-module.ts';
import { worthTable } from './worth/worth-table.ts';
import type { Lesson } from './worth/worth-table.ts';

/**
 * Learns from the faults of the reference target which cases of a run find most, and writes how many of each family a smoke
 * and a default run draw, in which order, to `suites/engine/worth.ts`.
 */
const { values } = parseArgs({ options: { seed: { type: 'string', default: '20261130' } } });
const seed = Number(values.seed);
/** Cases of each family: few, and many for a fault that few cases hardly show. */
const [few, many] = [4, 24];
/** Violations of a rule that tell how often a case shows it. */
const telling = 4;

const samples = new Set(catalogue.filter(({ on }) => on === 'sample').map(({ id }) => id));
const contract = await loadBundledContract();
const families = new Map(suiteIds.map((suite) => [suite, familiesOf(contract, suite)]));

const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'worth', 'worth-trial.js');
const first = await learn([null, ...faults.map(({ id }) => id)], few);
const rare = first.filter(isRare).map(({ fault }) => fault);
process.stdout.write(`${few} cases of each family hardly show ${rare.join(', ')}\n`);
const second = await learn(rare, many);
const lessons = [...first.filter(({ fault }) => !rare.includes(fault)), ...second];
await writeFile('suites/engine/worth.ts', worthModule(worthTable(lessons, { families, samples, musts })));

async function learn(ids: readonly (string | null)[], casesEach: number): Promise<Lesson[]> {
  const trials = ids.map((fault): WorthTrial => ({ fault, seed, casesEach }));
  const nameOf = ({ fault }: WorthTrial): string => fault ?? 'clean';
  const learned: Lesson[] = [];
  for await (const worths of runInProcesses<WorthTrial, readonly FamilyWorth[]>(trials, { entry, nameOf }))
    learned.push({ fault: ids[learned.length] ?? null, worths });
  return learned;
}

/** Whether a rule that the fault violates was hardly seen to be violated. What is judged of many values is learned as such. */
function isRare({ fault, worths }: Lesson): boolean {
  const { trips = [] } = faults.find(({ id }) => id === fault) ?? {};
  return trips
    .filter((rule) => !samples.has(rule))
    .some((rule) => worths.reduce((sum, { rules }) => sum + (rules[rule]?.violated ?? 0), 0) < telling);
}

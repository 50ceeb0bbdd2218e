import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogue } from '../checks/catalogue.ts';
import { familiesOf } from '../generators/families.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import { suiteIds } from '../spec/operation-ids.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { runInProcesses } from './process-pool.ts';
import type { FamilyWorth } from './worth/family-tally.ts';
import type { WorthTrial } from './worth/worth-trial.ts';
import { worthModule } from './worth/worth-module.ts';
import { worthTable } from './worth/worth-table.ts';
import type { Lesson } from './worth/worth-table.ts';

/**
 * Learns from the faults of the reference target which cases of a run find most, and writes how many of each family a smoke
 * and a default run draw, in which order, to `suites/engine/worth.ts`.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '20261130' }, lessons: { type: 'string' } },
});
const seed = Number(values.seed);
/** Cases of each family: few, and many where few do not show the fault. */
const [few, many] = [4, 48];

const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'worth', 'worth-trial.js');
const lessons = await learn([null, ...faults.map(({ id }) => id)], few);
const unseen = lessons
  .filter(({ fault, worths }) => fault !== null && !isSeen(worths))
  .map(({ fault }) => fault);
process.stdout.write(
  `${unseen.length} faults need more than ${few} cases of a family: ${unseen.join(', ')}\n`,
);
lessons.push(...(await learn(unseen, many)));

await writeFile('/tmp/work/lessons.json', JSON.stringify(lessons));
const contract = await loadBundledContract();
const families = new Map(suiteIds.map((suite) => [suite, familiesOf(contract, suite)]));
const samples = new Set(catalogue.filter(({ on }) => on === 'sample').map(({ id }) => id));
const musts = new Set(catalogue.filter(({ level }) => level === 'MUST').map(({ id }) => id));
await writeFile('suites/engine/worth.ts', worthModule(worthTable(lessons, { families, samples, musts })));

async function learn(ids: readonly (string | null)[], casesEach: number): Promise<Lesson[]> {
  const trials = ids.map((fault): WorthTrial => ({ fault, seed, casesEach }));
  const nameOf = ({ fault }: WorthTrial): string => fault ?? 'clean';
  const learned: Lesson[] = [];
  for await (const worths of runInProcesses<WorthTrial, readonly FamilyWorth[]>(trials, { entry, nameOf }))
{    learned.push({ fault: ids[learned.length] ?? null, worths }); if(learned.length%20===0) console.log(learned.length); }
  return learned;
}

function isSeen(worths: readonly FamilyWorth[]): boolean {
  return worths.some(({ rules }) => Object.values(rules).some(({ violated }) => violated > 0));
}

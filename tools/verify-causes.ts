import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { faults } from '../targets/reference/faults/index.ts';
import type { Fault } from '../targets/reference/faults/fault.ts';
import type { CauseTrial, CauseTrialResult } from './causes/cause-trial.ts';
import { runInProcesses } from './process-pool.ts';
import { Tally } from './tally.ts';

/**
 * Proves that findings are explained by the right cause. A fault alone is named first, by one of the rules that it
 * trips, and by few causes; of two faults at once, both are named. Arguments are faults to drive alone. `--sample N`
 * takes N of all faults, and `--pairs N` so many pairs, both chosen by `--seed`. All faults take about an hour.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261130' },
    sample: { type: 'string', default: String(faults.length) },
    pairs: { type: 'string', default: '200' },
  },
});
const seed = Number(values.seed);
const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'causes', 'cause-trial.js');
const tally = new Tally();

const alone = positionals.length > 0 ? faults.filter(({ id }) => positionals.includes(id)) : sample();
const numbers: number[] = [];
const missed: string[] = [];
for await (const {
  causes,
  faults: [id = ''],
} of trials(alone.map((fault) => [fault.id]))) {
  numbers.push(causes.length);
  if (!isNamedBy(id, causes.slice(0, 1))) missed.push(`${id}: ${toldOf(causes)}`);
}
tally.expectNone(
  `the right cause is the first of ${numbers.length} faults but for 5 %`,
  missed.length > numbers.length * 0.05 ? missed : [],
  String,
);
for (const text of missed) process.stdout.write(`  not first: ${text}\n`);
numbers.sort((one, other) => one - other);
const [median = 0, ninetieth = 0] = [0.5, 0.9].map((share) => numbers[Math.floor(numbers.length * share)]);
process.stdout.write(`causes of a fault: median ${median}, ninetieth percentile ${ninetieth}\n`);
tally.expectNone(
  'a fault has one cause, and seldom more than two',
  median > 1 || ninetieth > 2 ? [median, ninetieth] : [],
  String,
);

const pairs =
  positionals.length > 0
    ? []
    : drawn(
        fc.uniqueArray(fc.constantFrom(...faults.map(({ id }) => id)), { minLength: 2, maxLength: 2 }),
        Number(values.pairs),
      );
const merged: string[] = [];
for await (const { causes, faults: both } of trials(pairs))
  if (!both.every((id) => isNamedBy(id, causes))) merged.push(`${both.join(' and ')}: ${toldOf(causes)}`);
tally.expectNone(
  `both of ${pairs.length} pairs are named but for 10 %`,
  merged.length > pairs.length * 0.1 ? merged : [],
  String,
);
for (const text of merged) process.stdout.write(`  not both: ${text}\n`);
process.exitCode = tally.finish();

function sample(): readonly Fault[] {
  return drawn(
    fc.shuffledSubarray([...faults], { minLength: Number(values.sample), maxLength: Number(values.sample) }),
    1,
  ).flat();
}

function drawn<Value>(arbitrary: fc.Arbitrary<Value>, count: number): readonly Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}

function trials(sets: readonly (readonly string[])[]): AsyncIterable<CauseTrialResult> {
  return runInProcesses<CauseTrial, CauseTrialResult>(
    sets.map((ids) => ({ faults: ids, seed })),
    { entry, nameOf: ({ faults: ids }) => ids.join(' and ') },
  );
}

/** Whether a cause is named by a rule that the fault trips. */
function isNamedBy(id: string, causes: CauseTrialResult['causes']): boolean {
  const trips = faults.find((fault) => fault.id === id)?.trips ?? [];
  return causes.some(({ rule }) => trips.includes(rule));
}

function toldOf(causes: CauseTrialResult['causes']): string {
  return causes.length === 0 ? 'nothing was found' : causes.map(({ statement }) => statement).join('; ');
}

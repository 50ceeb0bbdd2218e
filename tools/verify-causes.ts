import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { effortNames } from '../generators/effort.ts';
import { faults } from '../targets/reference/faults/index.ts';
import type { Fault } from '../targets/reference/faults/fault.ts';
import { causesSection, shortcomings, withCausesSection } from './causes/causes-section.ts';
import type { NamedCauses } from './causes/causes-section.ts';
import type { CauseTrial, CauseTrialResult } from './causes/cause-trial.ts';
import { runInProcesses } from './process-pool.ts';
import { Tally } from './tally.ts';

/**
 * Proves that findings are explained by the right cause. A fault alone is named first, by one of the rules that it
 * trips, and by few causes; of two faults at once, both are named. Arguments are faults to drive alone. `--sample N`
 * takes N of all faults, and `--pairs N` so many pairs, both chosen by `--seed`. `--effort` says how much is sent for
 * each: `smoke`, unless told, and `default` for faults that do not show then. `--write` puts the figures into
 * `docs/detection.md`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261130' },
    sample: { type: 'string', default: String(faults.length) },
    pairs: { type: 'string', default: '200' },
    effort: { type: 'string', default: 'smoke' },
    write: { type: 'boolean', default: false },
  },
});
const page = 'docs/detection.md';
const seed = Number(values.seed);
const effort = effortNames.find((name) => name === values.effort);
if (effort === undefined) {
  process.stderr.write(`--effort ${values.effort}: it is one of ${effortNames.join(', ')}\n`);
  process.exit(2);
}
const draw = { seed, effort };
const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'causes', 'cause-trial.js');
const alone = positionals.length > 0 ? faults.filter(({ id }) => positionals.includes(id)) : sample();
const pairs = positionals.length > 0 ? [] : drawn(pairsOfFaults(), Number(values.pairs));

const { numbers, missed: notFirst } = await measure(
  alone.map(({ id }) => [id]),
  ([id = ''], causes) => isNamedBy(id, causes.slice(0, 1)),
);
const { missed: notBoth } = await measure(pairs, (ids, causes) => ids.every((id) => isNamedBy(id, causes)));
numbers.sort((one, other) => one - other);
const [median = 0, ninetieth = 0] = [0.5, 0.9].map((share) => numbers[Math.floor(numbers.length * share)]);
const figures = { effort, faults: alone.length, median, ninetieth, notFirst, pairs: pairs.length, notBoth };
const section = causesSection(figures);
process.stdout.write(section);
if (values.write) await writeFile(page, withCausesSection(await readFile(page, 'utf8'), section));
const tally = new Tally();
tally.expectNone('causes are named as is asked', shortcomings(figures), String);
process.exitCode = tally.finish();

/** Drives sets of faults. Counts the causes of each, and lists those of which not the right ones were named. */
async function measure(
  sets: readonly (readonly string[])[],
  isRight: (ids: readonly string[], causes: CauseTrialResult['causes']) => boolean,
): Promise<{ readonly numbers: number[]; readonly missed: readonly NamedCauses[] }> {
  const numbers: number[] = [];
  const missed: NamedCauses[] = [];
  const trials = sets.map((ids) => ({ faults: ids, ...draw }));
  const nameOf = ({ faults: ids }: CauseTrial): string => ids.join(' and ');
  for await (const { causes, faults: ids } of runInProcesses<CauseTrial, CauseTrialResult>(trials, {
    entry,
    nameOf,
  })) {
    numbers.push(causes.length);
    if (!isRight(ids, causes))
      missed.push({ faults: ids, statements: causes.map(({ statement }) => statement) });
  }
  return { numbers, missed };
}

function pairsOfFaults(): fc.Arbitrary<readonly string[]> {
  const ids = fc.constantFrom(...faults.map(({ id }) => id));
  return fc.uniqueArray(ids, { minLength: 2, maxLength: 2 });
}

function sample(): readonly Fault[] {
  return drawn(
    fc.shuffledSubarray([...faults], { minLength: Number(values.sample), maxLength: Number(values.sample) }),
    1,
  ).flat();
}

function drawn<Value>(arbitrary: fc.Arbitrary<Value>, count: number): readonly Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}

/** Whether a cause is named by a rule that the fault trips. */
function isNamedBy(id: string, causes: CauseTrialResult['causes']): boolean {
  const trips = faults.find((fault) => fault.id === id)?.trips ?? [];
  return causes.some(({ rule }) => trips.includes(rule));
}

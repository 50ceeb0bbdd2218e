import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rulesOf } from '../checks/catalogue.ts';
import { differenceClasses } from '../checks/rule-fields.ts';
import { suiteIds } from '../spec/operation-ids.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import type { Fault } from '../targets/reference/faults/fault.ts';
import { faults } from '../targets/reference/faults/index.ts';
import type { ComparisonTrial, ComparisonTrialResult } from './fidelity/comparison-trial.ts';
import { expectedClasses } from './fidelity/comparison-trial.ts';
import { runInProcesses } from './process-pool.ts';
import { Tally } from './tally.ts';

/**
 * Proves that a comparison distinguishes different targets, and does not distinguish a target from itself. The
 * reference target compared with itself must have the full score. Compared with a faulty one, it must show a difference
 * of the class of a rule that the fault trips. By default this uses one seed, few cases and some faults of each class.
 * `--seeds N` and `--all-faults` make it thorough, and names of faults select these alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261127' },
    seeds: { type: 'string', default: '1' },
    'all-faults': { type: 'boolean', default: false },
  },
});
const isLong = values['all-faults'] || Number(values.seeds) > 1;
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => Number(values.seed) + index);
/** The minimum share of faults that must show a difference of the right class. */
const leastShare = 0.95;
/** The number of faults of each class in the short proof. */
const sampleSize = 2;
/** A rule on time alone: two targets are compared by what they answer, not by how fast. */
const timed = 'robustness.hard-input.prompt';

const tally = new Tally();
const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fidelity/comparison-trial-process.js');
const chosen = chooseFaults();
const trials: readonly ComparisonTrial[] = [
  ...(positionals.length > 0 ? [] : seeds.flatMap(selfTrials)),
  ...chosen.map((fault) => ({
    ...{ kind: 'fault' as const, id: fault.id, suites: suitesOf(fault), runs: 200 },
    seed: Number(values.seed),
  })),
];

const results: ComparisonTrialResult[] = [];
const nameOf = ({ kind, id, seed, suites }: ComparisonTrial): string =>
  kind === 'self' ? `self, seed ${seed}, ${suites.join()}` : `fault ${id}`;
const done = runInProcesses<ComparisonTrial, ComparisonTrialResult>(trials, { entry, nameOf });
for await (const result of done) {
  results.push(result);
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${results.length}/${trials.length} ${nameOf(result.trial)}`);
  if (result.trial.kind === 'self') verifySelf(result);
}
verifyFaults();
process.exitCode = tally.finish();

function chooseFaults(): readonly Fault[] {
  if (positionals.length > 0) return faults.filter(({ id }) => positionals.includes(id));
  if (values['all-faults']) return faults;
  const found = differenceClasses.flatMap((kind) =>
    faults
      .filter(({ id, trips }) => expectedClasses(id)[0] === kind && !trips.includes(timed))
      .slice(0, sampleSize),
  );
  return [...new Set(found)];
}

/** One suite per trial, so that all processes are busy. */
function selfTrials(seed: number): readonly ComparisonTrial[] {
  return suiteIds.map((suite) => ({
    kind: 'self',
    id: 'self',
    seed,
    suites: [suite],
    runs: isLong ? 200 : 60,
  }));
}

/** The suites that judge a rule tripped by the fault: those of its operations, and sessions. */
function suitesOf({ trips, operations }: Fault): readonly SuiteId[] {
  return suiteIds.filter(
    (suite) =>
      rulesOf(suite).some(({ id }) => trips.includes(id)) &&
      (suite === 'session' || operations === undefined || operations.includes(suite)),
  );
}

function verifySelf({ trial, scores, differences, broken }: ComparisonTrialResult): void {
  const against = [...differences.map(describe), ...broken];
  if (scores.some((score) => score !== 1)) against.push(`score ${scores.join()}`);
  tally.expectNone(`${nameOf(trial)}: is like itself`, against, String);
}

function verifyFaults(): void {
  const ofFaults = results.filter(({ trial }) => trial.kind === 'fault');
  if (ofFaults.length === 0) return;
  const isShown = (
    { trial, differences }: ComparisonTrialResult,
    holds: (difference: ComparisonTrialResult['differences'][number], fault: string) => boolean,
  ): boolean => differences.some((difference) => difference.isSeenAgain && holds(difference, trial.id));
  const unseen = ofFaults.filter((result) => !isShown(result, () => true));
  const misnamed = ofFaults.filter(
    (result) => !isShown(result, (difference, fault) => expectedClasses(fault).includes(difference.class)),
  );
  const byFacts = ofFaults.filter((result) => isShown(result, ({ facet }) => facet !== 'rule'));
  const count = ofFaults.length;
  process.stdout.write(
    `${count - unseen.length} of ${count} faults make a difference, ${count - misnamed.length} one of the class of a rule that they trip; ` +
      `${byFacts.length} show in what is seen of the answers, without any rule\n`,
  );
  for (const { trial, differences, broken } of misnamed)
    process.stdout.write(
      `  ${trial.id}: ${[...differences.map(describe), ...broken].join('; ') || 'no difference'}; expected ${expectedClasses(trial.id).join(' or ')}\n`,
    );
  const isEnough = count - misnamed.length >= leastShare * count;
  tally.expectNone(
    'faults make differences of their class',
    isEnough ? [] : misnamed,
    ({ trial }) => trial.id,
  );
}

function describe({ class: kind, odd, facet, rules }: ComparisonTrialResult['differences'][number]): string {
  return `${kind}, ${odd}, by ${facet} ${rules.join(' ')}`.trimEnd();
}

import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { catalogue } from '../checks/catalogue.ts';
import type { Verdict } from '../checks/verdict.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { variants } from '../targets/reference/variants/index.ts';
import { causesSectionOf } from './causes/causes-section.ts';
import { detectionTable } from './detection/detection-table.ts';
import { runTrials } from './detection/run-trials.ts';
import type { Trial, TrialResult } from './detection/trial.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the rules can fail, and do not fail without cause. The clean target violates no rule, and no conformant
 * variant violates a MUST. Every fault is found by the rules that it names, with the verdict of their level. Every rule
 * is judged on the clean target and tripped by a fault. Arguments are names of faults and variants to check alone.
 * `--seeds N` repeats everything N times with different cases. `--write` puts the measurements into
 * `docs/detection.md`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261123' },
    seeds: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});

const levelVerdicts = { MUST: 'fail', SHOULD: 'warn', MAY: 'note' } as const satisfies Record<
  string,
  Verdict
>;
const page = 'docs/detection.md';
const levels = new Map(catalogue.map(({ id, level }) => [id, level]));

const all: readonly Trial[] = [
  { kind: 'clean', id: 'clean' },
  ...variants.map(({ id }) => ({ kind: 'variant' as const, id })),
  ...faults.map(({ id }) => ({ kind: 'fault' as const, id })),
];
const trials = positionals.length === 0 ? all : all.filter(({ id }) => positionals.includes(id));

const tally = new Tally();
const results: TrialResult[] = [];
tally.expectNone(
  'every name is that of a fault or a variant',
  positionals.filter((name) => all.every(({ id }) => id !== name)),
  (name) => name,
);
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => Number(values.seed) + index);
for (const seed of seeds) {
  for await (const result of runTrials(trials, { seed, effort: 'default' })) {
    results.push(result);
    showProgress(result.trial);
    verify(result, seed);
  }
}
if (positionals.length === 0) verifyCatalogue();
if (values.write) {
  const causes = causesSectionOf(await readFile(page, 'utf8'));
  await writeFile(page, detectionTable(faults, results, seeds.length, causes));
}
process.exitCode = tally.finish();

function verify(result: TrialResult, seed: number): void {
  const name = `${result.trial.kind} ${result.trial.id}, seed ${seed}`;
  switch (result.trial.kind) {
    case 'clean':
      verifyClean(name, result);
      return;
    case 'fault':
      verifyFault(name, result);
      return;
    default:
      verifyLawful(name, result);
  }
}

function verifyClean(name: string, { violated, judged, broken, left }: TrialResult): void {
  tally.expectNone(`${name}: violates no rule`, violated, ({ detail }) => detail);
  tally.expectNone(`${name}: can be judged to its end`, broken, String);
  tally.expectNone(`${name}: keeps nothing of ours`, left, String);
  tally.expectNone(
    `${name}: is judged by every rule`,
    [...levels.keys()].filter((id) => !judged.includes(id)),
    String,
  );
}

function verifyLawful(name: string, { violated, broken }: TrialResult): void {
  const failed = violated.filter(({ verdict }) => verdict === 'fail').map(({ detail }) => detail);
  tally.expectNone(`${name}: is lawful`, [...failed, ...broken], String);
}

function verifyFault(name: string, { trial, violated }: TrialResult): void {
  const { trips = [] } = faults.find(({ id }) => id === trial.id) ?? {};
  tally.expectNone(
    `${name}: is found`,
    trips.filter((trip) => violated.every(({ rule }) => rule !== trip)),
    String,
  );
  tally.expectNone(
    `${name}: has the verdict of its rules' levels`,
    violated.filter(({ rule, verdict }) => verdict !== levelVerdicts[levels.get(rule) ?? 'MUST']),
    ({ detail }) => detail,
  );
}

function verifyCatalogue(): void {
  const tripped = new Set(faults.flatMap(({ trips }) => trips));
  tally.expectNone(
    'every rule is tripped by a fault',
    [...levels.keys()].filter((id) => !tripped.has(id)),
    String,
  );
  tally.expectNone(
    'every fault names rules of the catalogue',
    [...tripped].filter((id) => !levels.has(id)),
    String,
  );
}

function showProgress({ kind, id }: Trial): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${results.length}/${trials.length * seeds.length} ${kind} ${id}`);
}

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { catalogue } from '../checks/catalogue.ts';
import type { Verdict } from '../checks/verdict.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { variants } from '../targets/reference/variants/index.ts';
import { detectionTable } from './detection/detection-table.ts';
import { runTrials } from './detection/run-trials.ts';
import type { Trial, TrialResult } from './detection/trial.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the rules can fail and do not fail for nothing: the clean target violates no rule and no lawful variant
 * a MUST, every fault is found by the rules that it names and with the verdict of their level, every rule is judged
 * on a lawful target and tripped by a fault. Takes names of faults and variants, to look at some alone; `--write`
 * puts what was measured into `docs/detection.md`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '20261123' }, write: { type: 'boolean', default: false } },
});

const levelVerdicts = { MUST: 'fail', SHOULD: 'warn', MAY: 'note' } as const satisfies Record<
  string,
  Verdict
>;
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
for await (const result of runTrials(trials, Number(values.seed))) {
  results.push(result);
  showProgress(result.trial);
  verify(result);
}
if (positionals.length === 0) verifyCatalogue();
if (values.write) await writeFile('docs/detection.md', detectionTable(faults, results));
process.exitCode = tally.finish();

function verify(result: TrialResult): void {
  switch (result.trial.kind) {
    case 'clean':
      verifyClean(result);
      return;
    case 'variant':
      verifyVariant(result);
      return;
    case 'fault':
      verifyFault(result);
  }
}

function verifyClean({ violated, broken, left }: TrialResult): void {
  tally.expectNone('the clean target violates no rule', violated, ({ detail }) => detail);
  tally.expectNone('all of the clean target can be judged', broken, (what) => what);
  tally.expectNone('nothing is left behind on the clean target', left, (what) => what);
}

function verifyVariant({ trial, violated, broken }: TrialResult): void {
  const failed = violated.filter(({ verdict }) => verdict === 'fail').map(({ detail }) => detail);
  tally.expectNone(`variant ${trial.id}: is lawful`, [...failed, ...broken], (what) => what);
}

function verifyFault({ trial, violated }: TrialResult): void {
  const { trips = [] } = faults.find(({ id }) => id === trial.id) ?? {};
  tally.expectNone(
    `fault ${trial.id}: is found`,
    trips.filter((trip) => violated.every(({ rule }) => rule !== trip)),
    (trip) => trip,
  );
  tally.expectNone(
    `fault ${trial.id}: has the verdict of its rules' levels`,
    violated.filter(({ rule, verdict }) => verdict !== levelVerdicts[levels.get(rule) ?? 'MUST']),
    ({ detail }) => detail,
  );
}

function verifyCatalogue(): void {
  const tripped = new Set(faults.flatMap(({ trips }) => trips));
  const judged = new Set(
    results.filter(({ trial }) => trial.kind !== 'fault').flatMap((result) => result.judged),
  );
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
  tally.expectNone(
    'every rule is judged on a lawful target',
    [...levels.keys()].filter((id) => !judged.has(id)),
    String,
  );
}

function showProgress({ kind, id }: Trial): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${results.length}/${trials.length} ${kind} ${id}`);
}

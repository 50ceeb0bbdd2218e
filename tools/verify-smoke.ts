import { parseArgs } from 'node:util';
import { mustFaults, musts } from './detection/must-faults.ts';
import { runTrials } from './detection/run-trials.ts';
import type { TrialResult } from './detection/trial.ts';
import { Tally } from './tally.ts';

/**
 * Proves that a smoke run finds nearly every fault that violates a MUST, and accuses the clean target of nothing.
 * `--seeds N` repeats it with different cases.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '20261130' }, seeds: { type: 'string', default: '1' } },
});
/** Percent of the faults. */
const leastFound = 95;

const tally = new Tally();
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.seeds); seed += 1) {
  const trials = [
    { kind: 'clean' as const, id: 'clean' },
    ...mustFaults.map(({ id }) => ({ kind: 'fault' as const, id })),
  ];
  const missed: string[] = [];
  for await (const result of runTrials(trials, { seed, effort: 'smoke' })) {
    const { trial, violated } = result;
    if (trial.kind === 'clean')
      tally.expectNone(`seed ${seed}: the clean target violates no rule`, violated, ({ detail }) => detail);
    else if (!isFound(result)) missed.push(trial.id);
  }
  const share = (100 * (mustFaults.length - missed.length)) / mustFaults.length;
  process.stdout.write(
    `seed ${seed}: ${share.toFixed(1)} % of ${mustFaults.length} faults; not ${missed.join(', ')}\n`,
  );
  tally.expectNone(
    `seed ${seed}: at least ${leastFound} % of the faults are found`,
    share < leastFound ? missed : [],
    String,
  );
}
process.exitCode = tally.finish();

/** Whether a MUST that the fault violates was seen to be violated. */
function isFound({ trial, violated }: TrialResult): boolean {
  const { trips = [] } = mustFaults.find(({ id }) => id === trial.id) ?? {};
  return violated.some(({ rule }) => musts.has(rule) && trips.includes(rule));
}

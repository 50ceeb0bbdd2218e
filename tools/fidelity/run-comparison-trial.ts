import { rulesOf } from '../../checks/catalogue.ts';
import { openTarget } from '../../driver/open-target.ts';
import type { Target } from '../../driver/open-target.ts';
import { compareSuite } from '../../fidelity/compare-suite.ts';
import type { SuiteComparison } from '../../fidelity/comparison.ts';
import { scoreOf } from '../../fidelity/score.ts';
import { familiesOf } from '../../generators/families.ts';
import type { Contract } from '../../spec/operation.ts';
import type { Wire } from '../../suites/engine/wire.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { RunningReference } from '../../targets/reference/create-reference.ts';
import type { ComparisonTrial, ComparisonTrialResult } from './comparison-trial.ts';
import { expectedClasses } from './comparison-trial.ts';

const login = { username: 'admin', password: 'nutanix/4u' };
/**
 * First as in a usual run, then one at a time for faults that were not found: concurrent cases can hide a defect from
 * each other.
 */
const concurrencies = [32, 1];
/** Each round of requests to a fault that never answers takes this long. */
const timeoutMs = 1000;

/**
 * Compares the reference target with itself or with a faulty one. With a fault, it stops when a difference of its class
 * shows.
 */
export async function runComparisonTrial(
  trial: ComparisonTrial,
  contract: Contract,
): Promise<ComparisonTrialResult> {
  const a = await createReference();
  const b = await createReference({ faults: trial.kind === 'fault' ? [trial.id] : [] });
  const suites: SuiteComparison[] = [];
  const classes = expectedClasses(trial.id);
  const isFound = (): boolean =>
    suites.some(({ differences }) => differences.some((one) => classes.includes(one.class)));
  try {
    for (const concurrency of trial.kind === 'fault' ? concurrencies : concurrencies.slice(0, 1)) {
      for (const suite of trial.suites) {
        if (!isFound()) suites.push(await compare(suite, trial, { contract, a, b, concurrency }));
      }
    }
  } finally {
    await Promise.all([a.close(), b.close()]);
  }
  return {
    trial,
    scores: suites.map(scoreOf),
    differences: suites.flatMap(({ differences }) =>
      differences.map(({ class: kind, odd, facet, rules, isSeenAgain }) => ({
        ...{ class: kind, odd, facet, rules, isSeenAgain },
      })),
    ),
    broken: suites.flatMap(({ operation, broken, residue }) => [
      ...(broken === null ? [] : [`${operation}: ${broken}`]),
      ...[...residue.a.left, ...residue.b.left].map((id) => `${operation}: ${id} was left`),
    ]),
  };
}

async function compare(
  suite: SuiteId,
  trial: ComparisonTrial,
  setting: {
    readonly contract: Contract;
    readonly a: RunningReference;
    readonly b: RunningReference;
    readonly concurrency: number;
  },
): Promise<SuiteComparison> {
  const { contract, concurrency } = setting;
  const a = open(setting.a, concurrency);
  const b = open(setting.b, concurrency);
  const classes = expectedClasses(trial.id);
  let isFound = false;
  try {
    return await compareSuite(
      {
        ...{ suite, contract, concurrency, level: 'OAuth', deadline: null, replay: null },
        ...{ families: familiesOf(contract, suite), rules: rulesOf(suite) },
        ...{ seed: trial.seed, runs: trial.runs, shrinkBudget: { each: 0, all: 0 } },
        onDifference: (difference) => {
          isFound ||= classes.includes(difference.class);
        },
        isEnough: () => isFound,
        isInterrupted: () => false,
        onProgress: () => undefined,
      },
      { a: a.wire, b: b.wire },
    );
  } finally {
    await Promise.all([a.target.close(), b.target.close()]);
  }
}

function open(
  { url }: RunningReference,
  connections: number,
): { readonly target: Target; readonly wire: Wire } {
  const { origin, pathname: basePath } = new URL(url);
  const target = openTarget({ origin, connections, timeoutMs });
  return { target, wire: { target: { basePath, ...login }, send: (request) => target.send(request) } };
}

import { rulesOf } from '../../checks/catalogue.ts';
import type { Answered, Attempt, Rule } from '../../checks/rule.ts';
import { openTarget } from '../../driver/open-target.ts';
import { familiesOf } from '../../generators/families.ts';
import { loadBundledContract } from '../../spec/load-contract.ts';
import type { Contract } from '../../spec/operation.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import { createReference } from '../../targets/reference/create-reference.ts';

/** For each rule id, the answered steps of the attempts that the rule judged. */
export type JudgedSteps = ReadonlyMap<string, ReadonlySet<string>>;

/** Cases per family: the second often has what the first lacks by chance. */
const casesOfFamily = 2;

/** Drives the reference target with every suite, and returns which answered steps each rule saw when it judged. */
export async function judgeReference(): Promise<JudgedSteps> {
  const contract = await loadBundledContract();
  const judged = new Map<string, Set<string>>();
  const reference = await createReference();
  try {
    for (const suite of suiteIds) await driveSuite(suite, contract, reference.url, judged);
  } finally {
    await reference.close();
  }
  return judged;
}

async function driveSuite(
  suite: SuiteId,
  contract: Contract,
  url: string,
  judged: Map<string, Set<string>>,
): Promise<void> {
  const { origin, pathname } = new URL(url);
  const families = familiesOf(contract, suite).map((family) => ({
    ...family,
    enough: Math.min(family.enough, casesOfFamily),
    weight: 1,
  }));
  const target = openTarget({ origin, connections: 32, timeoutMs: 10_000 });
  try {
    await runSuite(
      {
        ...{ suite, contract, seed: 1, runs: families.length * casesOfFamily, concurrency: 32, families },
        rules: rulesOf(suite).map((rule) => noting(rule, judged)),
        ...{ deadline: null, replay: null, shrinkBudget: { each: 0, all: 0 } },
        ...{ isInterrupted: () => false, onProgress: () => undefined },
      },
      {
        target: { basePath: pathname, username: 'admin', password: 'nutanix/4u' },
        send: (request) => target.send(request),
      },
    );
  } finally {
    await target.close();
  }
}

/** Wraps a rule to record the answered steps of the attempts that it judges. */
function noting(rule: Rule, judged: Map<string, Set<string>>): Rule {
  const steps = judged.get(rule.id) ?? new Set();
  judged.set(rule.id, steps);
  const note = (attempt: Attempt | Answered): void => {
    for (const { name } of attempt.case.steps)
      if (attempt.exchanges.get(name)?.response != null) steps.add(name);
  };
  const noted =
    <Subject extends Attempt, Result>(look: (subject: Subject) => Result) =>
    (subject: Subject): Result => {
      note(subject);
      return look(subject);
    };
  switch (rule.on) {
    case 'answer':
      return { ...rule, judge: noted(rule.judge) };
    case 'attempt':
      return { ...rule, judge: noted(rule.judge) };
    case 'sample':
      return { ...rule, collect: noted(rule.collect) };
  }
}

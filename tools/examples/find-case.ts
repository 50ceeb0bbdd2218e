import { withLatencyLimit } from '../../checks/robustness/rules.ts';
import type { Attempt, Rule, Violation } from '../../checks/rule.ts';
import { Ownership } from '../../driver/clients/ownership.ts';
import { openTarget } from '../../driver/open-target.ts';
import type { Case } from '../../generators/case.ts';
import { familiesOf } from '../../generators/families.ts';
import type { Family } from '../../generators/family.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import { CaseAttempt, tellsOfUnset } from '../../suites/engine/attempt.ts';
import { drawCases, drawShrinkable } from '../../suites/engine/draw-cases.ts';
import type { DrawnCase, DrawPlan } from '../../suites/engine/draw-cases.ts';
import { answered, judge, placeOf } from '../../suites/engine/judge.ts';
import { runCase } from '../../suites/engine/run-case.ts';
import type { Wire } from '../../suites/engine/wire.ts';
import { shrink } from '../../suites/engine/shrink.ts';
import { createReference } from '../../targets/reference/create-reference.ts';

/** The password of the reference target. */
export const password = 'nutanix/4u';
/** A case that is never answered takes this long. */
const timeoutMs = 1000;
/** Cases of each polarity, at the most, until a rule is violated. */
const runs = 600;
/** Cases sent to make the first one smaller. */
const shrinkBudget = { width: 1, budget: 40, timeMs: 120_000 };

/** Whose violations are looked for, and where. */
export interface Hunt {
  readonly contract: Contract;
  readonly rule: Rule;
  readonly fault: string;
  readonly suite: SuiteId;
  readonly seed: number;
}

/** The smallest case that violates the rule on a fresh target with the fault. */
export interface Shown {
  readonly testCase: Case;
  readonly violation: Violation;
}

/** Drives a fresh reference target with a fault, or with none, for as long as `use` takes. */
export async function onReference<Result>(
  fault: string | null,
  use: (wire: Wire, origin: string) => Promise<Result>,
): Promise<Result> {
  const reference = await createReference({ faults: fault === null ? [] : [fault], variants: [] });
  const { origin, pathname } = new URL(reference.url);
  const target = openTarget({ origin, connections: 8, timeoutMs });
  const login = { basePath: pathname, username: 'admin', password };
  const ownership = new Ownership();
  try {
    const send = ownership.mark((request) => target.send(request), login);
    return await use({ target: login, send: ownership.guard(send, login) }, origin);
  } finally {
    await target.close();
    await reference.close();
  }
}

/** Runs a case; null if it could not be set up. */
export async function attemptCase(contract: Contract, testCase: Case, wire: Wire): Promise<Attempt | null> {
  const result = await runCase(testCase, wire, new Map());
  if (result.exchanges.size === 0 || (result.unset !== null && !tellsOfUnset(result))) return null;
  return new CaseAttempt(contract, testCase, result, password);
}

/** The smallest case of a suite that shows the fault to the rule, or null. Equal hunts find equal cases. */
export async function findCase(hunt: Hunt): Promise<Shown | null> {
  const { rule } = hunt;
  const plan: DrawPlan = {
    families: familiesOf(hunt.contract, hunt.suite),
    suite: hunt.suite,
    seed: hunt.seed,
    runs,
    isNeeded: isAbout(rule),
  };
  return rule.on === 'sample' ? findSample(hunt, plan, rule) : findSingle(hunt, plan);
}

/** The rule as it judges on a target whose faults are slow by seconds, or not at all. */
export function impatient(rule: Rule): Rule {
  return withLatencyLimit([rule], timeoutMs / 2)[0] ?? rule;
}

function isAbout({ families }: Rule): (family: Family) => boolean {
  return ({ name }) => families?.some((prefix) => name.startsWith(prefix)) ?? true;
}

async function findSingle(hunt: Hunt, plan: DrawPlan): Promise<Shown | null> {
  const { contract, rule, fault } = hunt;
  const seen = async (testCase: Case, wire: Wire): Promise<Violation | null> => {
    const attempt = await attemptCase(contract, testCase, wire);
    return attempt === null ? null : (judge(rule, attempt)?.[0] ?? null);
  };
  const seenAlone = (testCase: Case): Promise<Violation | null> =>
    onReference(fault, (wire) => seen(testCase, wire));
  return onReference(fault, async (wire) => {
    for (const drawn of drawCases(plan)) {
      if ((await seen(drawn.testCase, wire)) === null) continue;
      const violation = await seenAlone(drawn.testCase);
      if (violation !== null) return smallest(plan, drawn, violation, seenAlone);
    }
    return null;
  });
}

async function smallest(
  plan: DrawPlan,
  { family, path, testCase }: DrawnCase,
  violation: Violation,
  seenAlone: (testCase: Case) => Promise<Violation | null>,
): Promise<Shown> {
  let shown = { testCase, violation };
  const start = drawShrinkable(plan, family, path);
  if (start === null) return shown;
  const stillFails = async (candidate: { readonly testCase: Case }): Promise<boolean> => {
    const again = await seenAlone(candidate.testCase);
    if (again === null || placeOf(again) !== placeOf(violation)) return false;
    shown = { testCase: candidate.testCase, violation: again };
    return true;
  };
  await shrink(start, family, stillFails, shrinkBudget);
  return shown;
}

/** The case whose answer completes a sample that violates the rule. */
async function findSample(
  { contract, fault }: Hunt,
  plan: DrawPlan,
  rule: Extract<Rule, { readonly on: 'sample' }>,
): Promise<Shown | null> {
  const values: string[] = [];
  return onReference(fault, async (wire) => {
    for (const { testCase } of drawCases(plan)) {
      const attempt = await attemptCase(contract, testCase, wire);
      const answer = attempt === null ? null : answered(attempt);
      if (answer === null) continue;
      const more = rule.collect(answer);
      if (more.length === 0) continue;
      values.push(...more);
      if (rule.appliesTo?.(values) === false) continue;
      const [violation] = rule.judge(values);
      if (violation !== undefined) return { testCase, violation };
    }
    return null;
  });
}

import type { Attempt, Rule } from '../checks/rule.ts';
import { isThrottled } from '../checks/read/answer-kind.ts';
import type { Exchange } from '../driver/exchange.ts';
import { mainStep } from '../generators/case.ts';
import type { Case } from '../generators/case.ts';
import { CaseAttempt } from '../suites/engine/attempt.ts';
import { judge, placeOf } from '../suites/engine/judge.ts';
import type { CaseRun } from '../suites/engine/run-case.ts';
import type { CasePath } from '../suites/engine/case-path.ts';
import type { SuiteRun } from '../suites/engine/suite-run.ts';
import { compareFacts } from './compare-facts.ts';
import type { Observation } from './compare-facts.ts';
import { classify } from './difference.ts';
import type { Difference } from './difference.ts';
import { observe } from './observe.ts';
import type { PlacesOfRules } from './rules-here.ts';

/** The results of two targets for one case. */
export interface CaseComparison {
  readonly testCase: Case;
  /** Null if nothing can be compared: the case was set up on neither side, or was not examined. */
  readonly differences: readonly Difference[] | null;
  /** Rules that both targets violate. */
  readonly shared: readonly string[];
  readonly a: SideRun;
  readonly b: SideRun;
}

/** The result of one target. */
export interface SideRun {
  readonly run: CaseRun;
  /** Null if the case could not be set up, or its result is unknown. */
  readonly attempt: Attempt | null;
  readonly violated: PlacesOfRules;
}

/**
 * Sends the same case to two targets at the same time, from the same bytes, and compares the results. Null if one of
 * them is a recording that does not have the case.
 */
export async function compareCase(
  { path, testCase }: { readonly path: CasePath; readonly testCase: Case },
  sides: { readonly a: SuiteRun; readonly b: SuiteRun },
): Promise<CaseComparison | null> {
  const [a, b] = await Promise.all([runSide(path, testCase, sides.a), runSide(path, testCase, sides.b)]);
  if (a === null || b === null) return null;
  const shared = [...a.violated.keys()].filter((rule) => b.violated.has(rule));
  const found = { testCase, shared, a, b };
  const isSetUp = a.attempt !== null || b.attempt !== null;
  if (!isSetUp || isTurnedAway(a) || isTurnedAway(b)) return { ...found, differences: null };
  const facts = compareFacts(observationOf(testCase, a), observationOf(testCase, b), testCase.steps);
  const split = {
    byA: [...a.violated.keys()].filter((rule) => !b.violated.has(rule)),
    byB: [...b.violated.keys()].filter((rule) => !a.violated.has(rule)),
    places: new Map([...a.violated, ...b.violated].filter(([rule]) => !shared.includes(rule))),
  };
  return { ...found, differences: classify(facts, split, testCase) };
}

async function runSide(path: CasePath, testCase: Case, side: SuiteRun): Promise<SideRun | null> {
  const run = await side.source.run(path, testCase);
  if (run === null) return null;
  await side.source.tidyUp(testCase, run);
  if (run.unset !== null) return { run, attempt: null, violated: new Map() };
  const attempt = new CaseAttempt(side.plan.contract, testCase, run, side.password);
  return { run, attempt, violated: violatedRules(side.plan.rules, attempt) };
}

function violatedRules(rules: readonly Rule[], attempt: Attempt): PlacesOfRules {
  const found = rules.map((rule) => [rule.id, judge(rule, attempt) ?? []] as const);
  return new Map(
    found.flatMap(([id, violations]) =>
      violations.length === 0 ? [] : [[id, new Set(violations.map(placeOf))] as const],
    ),
  );
}

function observationOf(testCase: Case, { run, attempt }: SideRun): Observation {
  return { facts: observe({ case: testCase, exchanges: run.exchanges }), isUnset: attempt === null };
}

/** Whether a request was refused because of load, which says nothing about how the target handles it. */
function isTurnedAway({ attempt }: SideRun): boolean {
  const main: Exchange | undefined = attempt?.exchanges.get(mainStep(attempt.case).name);
  return main?.response != null && isThrottled(main.response);
}

import type { Finding } from '../../checks/verdict.ts';
import type { Attempt, Rule, Violation } from '../../checks/rule.ts';
import { redactExchange } from '../../driver/redact-exchange.ts';
import { redactText } from '../../driver/redact-text.ts';
import { CaseAttempt } from './attempt.ts';
import { formatCasePath, type CasePath } from './case-path.ts';
import { drawShrinkable, type ShrinkableCase } from './draw-cases.ts';
import { judge } from './judge.ts';
import { defectKey, type Defect } from './recorder.ts';
import { runCase } from './run-case.ts';
import type { SuiteRun } from './run-suite.ts';
import { shrink } from './shrink.ts';

/** A defect seen once more: the attempt that shows it, and how it departs from the rule. */
interface Sighting {
  readonly attempt: Attempt;
  readonly violation: Violation;
}

/**
 * Sends the case of a defect again and makes it smaller, staying on the same rule and the same defect: without that,
 * shrinking wanders to whatever is easiest to violate.
 */
export async function findingOf(
  run: SuiteRun,
  rule: Rule,
  defect: Defect,
  isShrunk: boolean,
): Promise<Finding> {
  const { family, path } = defect.drawn;
  const start = drawShrinkable(run.plan, family, path);
  const again = start === null ? null : await sight(run, rule, defect.key, start);
  if (start === null || again === null) return buildFinding(defect, { ...defect, path, shrinks: 0 }, false);
  if (!isShrunk) return buildFinding(defect, { ...again, path, shrinks: 0 }, true);
  const sightings = new Map([[formatCasePath(path), again]]);
  const { smallest, shrinks } = await shrink(
    start,
    family,
    async (candidate) => {
      run.shrinksLeft -= 1;
      const sighting = await sight(run, rule, defect.key, candidate);
      if (sighting !== null) sightings.set(formatCasePath(candidate.path), sighting);
      return sighting !== null;
    },
    { width: run.plan.concurrency, budget: Math.min(run.plan.shrinkBudget.each, run.shrinksLeft) },
  );
  const shown = sightings.get(formatCasePath(smallest.path)) ?? again;
  return buildFinding(defect, { ...shown, path: smallest.path, shrinks }, true);
}

async function sight(
  run: SuiteRun,
  rule: Rule,
  key: string,
  candidate: ShrinkableCase,
): Promise<Sighting | null> {
  const { testCase } = candidate;
  const result = await runCase(testCase, run.wire, run.shared);
  await run.guest.cleanUp(testCase, result);
  if (result.unset !== null) return null;
  const attempt = new CaseAttempt(run.plan.contract, testCase, result, run.wire.target.password);
  const violation = judge(rule, attempt)?.find((found) => defectKey(rule, found, { testCase }) === key);
  return violation === undefined ? null : { attempt, violation };
}

function buildFinding(
  defect: Defect,
  shown: Sighting & { readonly path: CasePath; readonly shrinks: number },
  isReproduced: boolean,
): Finding {
  const { attempt, violation } = shown;
  const { secrets } = attempt;
  return {
    at: violation.at,
    expected: redactText(violation.expected, secrets),
    actual: redactText(violation.actual, secrets),
    family: attempt.case.family,
    path: formatCasePath(shown.path),
    count: defect.count,
    shrinks: shown.shrinks,
    isReproduced,
    exchanges: [...attempt.exchanges].map(([step, exchange]) =>
      redactExchange({
        step,
        operation: attempt.case.steps.find(({ name }) => name === step)?.operation ?? 'gateway',
        exchange,
        secrets,
      }),
    ),
  };
}

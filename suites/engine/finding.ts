import type { Attempt, Rule, Violation } from '../../checks/rule.ts';
import type { Finding, Flake } from '../../checks/verdict.ts';
import { monotonicMs } from '../../driver/time-limit.ts';
import { CaseAttempt, tellsOfUnset } from './attempt.ts';
import type { CasePath } from './case-path.ts';
import { formatCasePath } from './case-path.ts';
import type { DrawnCase, ShrinkableCase } from './draw-cases.ts';
import { drawShrinkable } from './draw-cases.ts';
import { judge } from './judge.ts';
import { lightAttempt, redactedSteps, redactorOfAttempt, redactViolation } from './light-attempt.ts';
import { readingPart } from './read-only.ts';
import type { Defect } from './recorder.ts';
import { defectKey, hasToShowAgain } from './recorder.ts';
import type { SuiteRun } from './suite-run.ts';
import { shrink } from './shrink.ts';

/** The report of a defect that turned out to be a transient answer of a gateway. */
export function flakeOf(rule: Rule, { violation, attempt, drawn, count }: Defect): Flake {
  const redactor = redactorOfAttempt(attempt);
  const { at, expected, actual } = redactViolation(violation, redactor);
  const example = redactor.sentence(`${drawn.family.name} at ${at}: expected ${expected}, actual ${actual}`);
  return { rule: rule.id, count, example };
}

/** Time limit for shrinking one finding, so that a slow target does not receive requests for minutes. */
const shrinkTimeMs = 5000;

/** A reproduction of a defect: the attempt that shows it, and its violation of the rule. */
interface Sighting {
  readonly attempt: Attempt;
  readonly violation: Violation;
}

/** What came of sending a case again: the same violation, another answer, or none, because it was not sent. */
type Again<Shown> = Shown | 'not shown' | 'not sent';

function isSighted<Shown>(again: Again<Shown>): again is Shown {
  return typeof again === 'object';
}

/** How often in a row a defect that may be transient has to reproduce. */
const confirmations = 3;
/** A defect with a greater share of the cases is not transient. */
const sporadicShare = 0.25;

/**
 * Sends the case of a defect again and shrinks it, staying on the same rule and the same defect: without that,
 * shrinking wanders to whatever is easiest to violate. Null for a defect that may be a transient answer of a gateway
 * and does not reproduce. Any other defect that does not reproduce still counts, since races seldom reproduce.
 */
export async function findingOf(
  run: SuiteRun,
  rule: Rule,
  defect: Defect & { readonly judged: number },
  isShrunk: boolean,
): Promise<Finding | null> {
  const searchedAt = monotonicMs();
  const found = await findAgain(run, rule, defect);
  run.searchMsLeft -= monotonicMs() - searchedAt;
  if (!isSighted(found)) {
    const { path } = defect.drawn;
    const isReproduced = found === 'not shown' ? false : null;
    return isSporadic(run, defect)
      ? null
      : buildFinding(defect, { ...defect, path, shrinks: 0 }, isReproduced);
  }
  const { start, again } = found;
  const { family, path } = found.drawn;
  if (!isShrunk) return buildFinding(defect, { ...again, path, shrinks: 0 }, true);
  const sightings = new Map([[formatCasePath(path), again]]);
  const { smallest, shrinks } = await shrink(
    start,
    family,
    async (candidate) => {
      run.shrinksLeft -= 1;
      if (run.isOver()) return false;
      const sighting = await sight(run, rule, defect.key, candidate);
      if (!isSighted(sighting)) return false;
      sightings.set(formatCasePath(candidate.path), sighting);
      return true;
    },
    {
      width: run.plan.concurrency,
      budget: Math.min(run.plan.shrinkBudget.each, run.shrinksLeft),
      timeMs: shrinkTimeMs,
    },
  );
  const shown = sightings.get(formatCasePath(smallest.path)) ?? again;
  return buildFinding(defect, { ...shown, path: smallest.path, shrinks }, true);
}

/** The first case of a defect that reproduces it. */
async function findAgain(
  run: SuiteRun,
  rule: Rule,
  defect: Defect,
): Promise<Again<{ readonly drawn: DrawnCase; readonly start: ShrinkableCase; readonly again: Sighting }>> {
  // A replay sends its case once: it is itself the second sending of what a run has found.
  if (run.plan.replay !== null) return 'not sent';
  const cases = defect.isTransient ? defect.witnesses.map((witness) => witness.drawn) : [defect.drawn];
  let outcome: Again<never> = 'not sent';
  for (const drawn of cases) {
    if (run.isTargetGone || run.isOver() || run.searchMsLeft <= 0) break;
    const start = drawShrinkable(run.plan, drawn.family, drawn.path);
    if (start === null) continue;
    let again: Again<Sighting> = 'not sent';
    for (let times = 0; times < (defect.isTransient ? confirmations : 1); times += 1) {
      again = await sight(run, rule, defect.key, start);
      if (!isSighted(again)) break;
    }
    if (isSighted(again)) return { drawn, start, again };
    if (again === 'not shown') outcome = again;
  }
  return outcome;
}

function isSporadic(run: SuiteRun, defect: Defect & { readonly judged: number }): boolean {
  const { isTransient, count, judged, attempt } = defect;
  if (run.plan.replay !== null) return false;
  if (run.isTargetGone && attempt.exchange.response === null) return true;
  return isTransient && (count < 10 || count < sporadicShare * judged);
}

async function sight(
  run: SuiteRun,
  rule: Rule,
  key: string,
  candidate: ShrinkableCase,
): Promise<Again<Sighting>> {
  const testCase = run.plan.isReadOnly === true ? readingPart(candidate.testCase) : candidate.testCase;
  if (testCase === null) return 'not sent';
  const result = await run.source.run(candidate.path, testCase);
  if (result === null) return 'not sent';
  await run.source.tidyUp(testCase, result);
  if (result.unset !== null && !tellsOfUnset(result)) return run.isOver() ? 'not sent' : 'not shown';
  const attempt = new CaseAttempt(run.plan.contract, testCase, result, run.password);
  const violations = judge(rule, attempt) ?? [];
  const mayBeTransient = violations.length > 0 && run.isTransient(attempt);
  const violation = violations.find((found) => {
    const isTransient = hasToShowAgain(found, mayBeTransient);
    return defectKey(rule, found, { testCase, isTransient }) === key;
  });
  return violation === undefined ? 'not shown' : { attempt: lightAttempt(attempt), violation };
}

function buildFinding(
  defect: Defect,
  shown: Sighting & { readonly path: CasePath; readonly shrinks: number },
  isReproduced: Finding['isReproduced'],
): Finding {
  const { attempt } = shown;
  const redactor = redactorOfAttempt(attempt);
  return {
    ...redactViolation(shown.violation, redactor),
    family: attempt.case.family,
    path: formatCasePath(shown.path),
    count: defect.count,
    shrinks: shown.shrinks,
    isReproduced,
    exchanges: redactedSteps(attempt, redactor),
  };
}

import type { Rule } from '../../checks/rule.ts';
import type { Finding, Flake } from '../../checks/verdict.ts';
import type { CasePath } from './case-path.ts';
import { formatCasePath } from './case-path.ts';
import { drawShrinkable } from './draw-cases.ts';
import type { DrawnCase } from './draw-cases.ts';
import { redactedSteps, redactorOfAttempt, redactViolation } from './light-attempt.ts';
import type { Defect } from './recorder.ts';
import { isCostly, isWaiting } from './confirm/costly-defects.ts';
import { inSearchTime } from './confirm/search-time.ts';
import { sight, sightings } from './confirm/send-again.ts';
import { isSighted } from './confirm/sighting.ts';
import type { Again, FoundAgain, ShownAgain } from './confirm/sighting.ts';
import type { SuiteRun } from './suite-run.ts';
import { shrink, shrinkTimeMs } from './shrink.ts';

/** The report of a defect that turned out to be a transient answer of a gateway. */
export function flakeOf(rule: Rule, { violation, attempt, drawn, count }: Defect): Flake {
  const redactor = redactorOfAttempt(attempt);
  const { at, expected, actual } = redactViolation(violation, redactor);
  const example = redactor.sentence(`${drawn.family.name} at ${at}: expected ${expected}, actual ${actual}`);
  return { rule: rule.id, count, example };
}

/** How a defect is searched for. */
export interface DefectSearch {
  readonly isShrunk: boolean;
  /** Whether it counts as it was found, and nothing is sent again: the rule has others like it that have shown again. */
  readonly isSpared: boolean;
  /** What came of sending its case again, if that was done ahead. */
  readonly again?: Promise<Again<FoundAgain>> | undefined;
}

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
  { isShrunk, isSpared, again: sent }: DefectSearch,
): Promise<Finding | null> {
  const found = isSpared ? 'unknown' : await inSearchTime(run, () => sent ?? findAgain(run, rule, defect));
  if (!isSighted(found)) {
    const { path } = defect.drawn;
    const isReproduced = found === 'not shown' ? false : null;
    return !isSpared && isSporadic(run, defect)
      ? null
      : buildFinding(defect, { ...defect, path, shrinks: 0 }, isReproduced);
  }
  const { start, again } = found;
  const { family, path } = found.drawn;
  if (!isShrunk || isCostly(again.attempt)) return buildFinding(defect, { ...again, path, shrinks: 0 }, true);
  const sightings = new Map([[formatCasePath(path), again]]);
  const { smallest, shrinks, spent } = await shrink(
    start,
    family,
    async (candidate) => {
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
  run.shrinksLeft -= spent;
  const shown = sightings.get(formatCasePath(smallest.path)) ?? again;
  return buildFinding(defect, { ...shown, path: smallest.path, shrinks }, true);
}

/** The first case of a defect that reproduces it. Those that wait are sent after the others, all at once. */
export async function findAgain(run: SuiteRun, rule: Rule, defect: Defect): Promise<Again<FoundAgain>> {
  // A replay sends its case once: it is itself the second sending of what a run has found.
  if (run.plan.replay !== null) return 'unknown';
  const cases = defect.isTransient ? defect.witnesses.map((witness) => witness.drawn) : [defect.drawn];
  const waiting = cases.filter(({ testCase }) => isWaiting(testCase));
  const quick = cases.filter((drawn) => !waiting.includes(drawn));
  let outcome: Again<never> = 'unknown';
  for (const drawn of quick) {
    const found = await showAgain(run, rule, defect, drawn);
    if (isSighted(found)) return found;
    if (found === 'not shown') outcome = found;
  }
  const late = await Promise.all(waiting.map((drawn) => showAgain(run, rule, defect, drawn)));
  return late.find(isSighted) ?? (late.includes('not shown') ? 'not shown' : outcome);
}

async function showAgain(
  run: SuiteRun,
  rule: Rule,
  defect: Defect,
  drawn: DrawnCase,
): Promise<Again<FoundAgain>> {
  if (run.isTargetGone || run.isOver() || run.searchMsLeft <= 0) return 'unknown';
  const start = drawShrinkable(run.plan, drawn.family, drawn.path);
  if (start === null) return 'unknown';
  const again = await sightings(run, rule, defect, { drawn, start });
  return isSighted(again) ? { drawn, start, again } : again;
}

function isSporadic(run: SuiteRun, defect: Defect & { readonly judged: number }): boolean {
  const { isTransient, count, judged, attempt } = defect;
  if (run.plan.replay !== null) return false;
  if (run.isTargetGone && attempt.exchange.response === null) return true;
  return isTransient && (count < 10 || count < sporadicShare * judged);
}

function buildFinding(
  defect: Defect,
  shown: ShownAgain & { readonly path: CasePath; readonly shrinks: number },
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

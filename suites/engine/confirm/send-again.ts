import type { Rule } from '../../../checks/rule.ts';
import type { Case } from '../../../generators/case.ts';
import { CaseAttempt, tellsOfUnset } from '../attempt.ts';
import { formatCasePath } from '../case-path.ts';
import type { CasePath } from '../case-path.ts';
import type { ShrinkableCase } from '../draw-cases.ts';
import { judge } from '../judge.ts';
import { lightAttempt } from '../light-attempt.ts';
import { readingPart } from '../read-only.ts';
import { defectKey, hasToShowAgain } from '../recorder.ts';
import type { Defect } from '../recorder.ts';
import { hasHang } from '../run-case.ts';
import type { CaseRun } from '../run-case.ts';
import type { SuiteRun } from '../suite-run.ts';
import { isHung, isWaiting } from './costly-defects.ts';
import { isSighted } from './sighting.ts';
import type { Again, FoundAgain, ShownAgain } from './sighting.ts';

/** How often in a row a defect that may be transient has to reproduce. */
const confirmations = 3;
/** The same if each takes as long as the timeout of a request: chance would have to strike for so long. */
const hungConfirmations = 2;

/** How often a case is sent again in which a request was not answered. */
export function timesOfHung({ plan: { heldUp } }: Pick<SuiteRun, 'plan'>): number {
  return heldUp?.isHangProved === true ? 1 : hungConfirmations;
}

/** Sends a case of a defect as often as it has to show. */
export async function sightings(
  run: SuiteRun,
  rule: Rule,
  defect: Defect,
  { drawn, start }: Pick<FoundAgain, 'drawn' | 'start'>,
): Promise<Again<ShownAgain>> {
  const { key, isTransient } = defect;
  if (isHung(defect.attempt) || isWaiting(drawn.testCase))
    return costlySightings(run, rule, defect, { drawn, start });
  let again: Again<ShownAgain> = 'unknown';
  for (let times = 0; times < (isTransient ? confirmations : 1); times += 1) {
    again = await sight(run, rule, key, start);
    if (!isSighted(again)) break;
  }
  return again;
}

/** The same for what waits, or never gets an answer: at the same time, unless the case has to run alone. */
async function costlySightings(
  run: SuiteRun,
  rule: Rule,
  { key, isTransient, attempt }: Defect,
  { drawn, start }: Pick<FoundAgain, 'drawn' | 'start'>,
): Promise<Again<ShownAgain>> {
  const most = isHung(attempt) ? timesOfHung(run) : confirmations;
  const times = Array.from({ length: isTransient ? most : 1 }, (_, time) => `#${time}`);
  const all: Promise<Again<ShownAgain>>[] = [];
  for (const time of times) {
    const again = sight(run, rule, key, start, time);
    all.push(again);
    if (drawn.family.isAlone === true && (await again) === 'not shown') break;
  }
  const came = await Promise.all(all);
  // A trace has fewer of them if another suite of its run had proved that requests hang.
  return came.find((again) => again === 'not shown') ?? came.find(isSighted) ?? 'unknown';
}

/** Sends a case once more. */
export async function sight(
  run: SuiteRun,
  rule: Rule,
  key: string,
  candidate: ShrinkableCase,
  number: string | null = null,
): Promise<Again<ShownAgain>> {
  const testCase = run.plan.isReadOnly === true ? readingPart(candidate.testCase) : candidate.testCase;
  if (testCase === null) return 'unknown';
  const result = await resend(run, candidate.path, testCase, number);
  if (result === null) return 'unknown';
  const isSet = result.unset === null || tellsOfUnset(result);
  const attempt = isSet ? new CaseAttempt(run.plan.contract, testCase, result, run.password) : null;
  const violations = attempt === null ? null : judge(rule, attempt);
  if (attempt === null || violations === null)
    // Without an answer, the target may still be busy with what the case sent before.
    return run.isOver() || hasHang(result) ? 'unknown' : 'not shown';
  const mayBeTransient = violations.length > 0 && run.isTransient(attempt);
  const violation = violations.find((found) => {
    const isTransient = hasToShowAgain(found, mayBeTransient);
    return defectKey(rule, found, { testCase, isTransient }) === key;
  });
  return violation === undefined ? 'not shown' : { attempt: lightAttempt(attempt), violation };
}

/** Sends a case again. With a number, all that ask for it under this number share what came of it. */
function resend(
  run: SuiteRun,
  path: CasePath,
  testCase: Case,
  number: string | null,
): Promise<CaseRun | null> {
  const send = async (): Promise<CaseRun | null> => {
    const result = await run.source.run(path, testCase);
    if (result !== null) await run.source.tidyUp(testCase, result);
    return result;
  };
  if (number === null) return send();
  const key = `${formatCasePath(path)}${number}`;
  const sent = run.resent.get(key) ?? send();
  run.resent.set(key, sent);
  return sent;
}

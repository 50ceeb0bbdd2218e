import type { Attempt, Rule, Violation } from '../../checks/rule.ts';
import type { Case } from '../../generators/case.ts';
import { CaseAttempt, tellsOfUnset } from './attempt.ts';
import { formatCasePath } from './case-path.ts';
import type { CasePath } from './case-path.ts';
import { isCostly } from './costly-defects.ts';
import type { ShrinkableCase } from './draw-cases.ts';
import { judge } from './judge.ts';
import { lightAttempt } from './light-attempt.ts';
import { readingPart } from './read-only.ts';
import { defectKey, hasToShowAgain } from './recorder.ts';
import type { Defect } from './recorder.ts';
import type { CaseRun } from './run-case.ts';
import type { SuiteRun } from './suite-run.ts';

/** What a case that was sent again shows of a defect: the attempt that shows it, and its violation of the rule. */
export interface ShownAgain {
  readonly attempt: Attempt;
  readonly violation: Violation;
}

/** What came of sending a case again: the same violation, another answer, or none, because it was not sent. */
export type Again<Shown> = Shown | 'not shown' | 'not sent';

export function isSighted<Shown>(again: Again<Shown>): again is Shown {
  return typeof again === 'object';
}

/** How often in a row a defect that may be transient has to reproduce. */
const confirmations = 3;
/** The same if each takes as long as the timeout of a request: chance would have to strike for so long. */
export const costlyConfirmations = 2;
/** Sends a case of a defect as often as it has to show. What never gets an answer is sent at the same time. */
export async function sightings(
  run: SuiteRun,
  rule: Rule,
  { key, attempt, isTransient, drawn }: Defect,
  start: ShrinkableCase,
): Promise<Again<ShownAgain>> {
  const costly = isCostly(attempt);
  const times = isTransient ? (costly ? costlyConfirmations : confirmations) : 1;
  const sightOnce = (time: number): Promise<Again<ShownAgain>> =>
    sight(run, rule, key, start, costly ? `#${time}` : null);
  if (costly && drawn.family.isAlone !== true) {
    const all = await Promise.all(Array.from({ length: times }, (_, time) => sightOnce(time)));
    return all.find((again) => !isSighted(again)) ?? all[0] ?? 'not sent';
  }
  let again: Again<ShownAgain> = 'not sent';
  for (let time = 0; time < times; time += 1) {
    again = await sightOnce(time);
    if (!isSighted(again)) break;
  }
  return again;
}

export async function sight(
  run: SuiteRun,
  rule: Rule,
  key: string,
  candidate: ShrinkableCase,
  number: string | null = null,
): Promise<Again<ShownAgain>> {
  const testCase = run.plan.isReadOnly === true ? readingPart(candidate.testCase) : candidate.testCase;
  if (testCase === null) return 'not sent';
  const result = await resend(run, candidate.path, testCase, number);
  if (result === null) return 'not sent';
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

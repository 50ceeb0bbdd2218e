import type { Answered, Attempt, Rule, Violation } from '../../checks/rule.ts';

/** Violations that are looked at of one answer: a list of a million broken entries tells no more than its beginning. */
const mostViolations = 1000;

/** What a rule says of an attempt: null where it does not apply, else its violations (none is a pass). */
export function judge(rule: Rule, attempt: Attempt): readonly Violation[] | null {
  if (attempt.isUnset === true && rule.judgesUnset !== true) return null;
  return violationsOf(rule, attempt)?.slice(0, mostViolations) ?? null;
}

function violationsOf(rule: Rule, attempt: Attempt): readonly Violation[] | null {
  if (rule.on === 'attempt') return rule.appliesTo(attempt) ? rule.judge(attempt) : null;
  if (rule.on === 'sample') return null;
  return isAnswered(attempt) && rule.appliesTo(attempt) ? rule.judge(attempt) : null;
}

/** Gives an attempt its answer, where there is one. */
export function answered(attempt: Attempt): Answered | null {
  return isAnswered(attempt) ? attempt : null;
}

/** The response stands on the attempt itself, so that rules need not look whether there is one. */
function isAnswered(attempt: Attempt): attempt is Answered {
  return 'response' in attempt && attempt.response !== null;
}

/** Where a violation is, with array indexes left out: the same defect at another index is the same defect. */
export function placeOf(violation: Violation): string {
  return violation.at.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}

import type { Answered, Attempt, Rule, Violation } from '../../checks/rule.ts';

/** The most violations considered in one answer: in a list of a million broken entries, the first ones tell enough. */
const mostViolations = 1000;

/** Judges an attempt by a rule: null if the rule does not apply, else its violations (none is a pass). */
export function judge(rule: Rule, attempt: Attempt): readonly Violation[] | null {
  if (attempt.isUnset === true && rule.judgesUnset !== true) return null;
  const violations = violationsOf(rule, attempt);
  return violations === null || violations.length <= mostViolations
    ? violations
    : violations.slice(0, mostViolations);
}

function violationsOf(rule: Rule, attempt: Attempt): readonly Violation[] | null {
  if (rule.on === 'attempt') return rule.appliesTo(attempt) ? rule.judge(attempt) : null;
  if (rule.on === 'sample') return null;
  return isAnswered(attempt) && rule.appliesTo(attempt) ? rule.judge(attempt) : null;
}

/** The attempt with its answer; null if there is none. */
export function answered(attempt: Attempt): Answered | null {
  return isAnswered(attempt) ? attempt : null;
}

/** The response is a member of the attempt itself, so that rules need not check for it. */
function isAnswered(attempt: Attempt): attempt is Answered {
  return 'response' in attempt && attempt.response !== null;
}

/** The place of a violation without array indexes: the same defect at another index is the same defect. */
export function placeOf(violation: Violation): string {
  return violation.at.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}

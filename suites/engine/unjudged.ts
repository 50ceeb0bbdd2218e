import type { Rule } from '../../checks/rule.ts';
import type { RuleRecord } from '../../checks/verdict.ts';
import type { CaseTally, FamilyTally } from './case-tally.ts';

/**
 * Why a rule judged nothing. It is broken where none of the cases that it is about could be set up. Where only others
 * could not, which a target may have its reasons for, it is not applicable, and the reason tells of them.
 */
export function unjudged(
  rule: Pick<Rule, 'families'>,
  cases: CaseTally,
): Pick<RuleRecord, 'verdict' | 'reason'> {
  const [most] = cases.unset;
  const none = 'no answer met its conditions';
  const groups = sources(rule, cases.families);
  if (groups.every(({ length }) => length === 0))
    return { verdict: 'not applicable', reason: 'none of its cases was among those that were sent' };
  if (most === undefined) return { verdict: 'not applicable', reason: none };
  if (groups.some(isUnset)) return { verdict: 'broken', reason: `no case could be set up: ${most.reason}` };
  const count = cases.unset.reduce((sum, unset) => sum + unset.count, 0);
  const why = `${count} cases could not be set up, most of them since ${most.reason}`;
  return { verdict: 'not applicable', reason: `${none}; ${why}` };
}

/**
 * The families that a rule can be judged on, in groups of which it may need each: those that it names, or else the
 * valid ones and the broken ones.
 */
function sources(
  { families: named }: Pick<Rule, 'families'>,
  families: readonly FamilyTally[],
): readonly (readonly FamilyTally[])[] {
  if (named !== undefined)
    return [families.filter(({ family: { name } }) => named.some((beginning) => name.startsWith(beginning)))];
  return (['valid', 'broken'] as const).map((polarity) =>
    families.filter(({ family }) => family.polarity === polarity),
  );
}

function isUnset(group: readonly FamilyTally[]): boolean {
  return group.length > 0 && group.every(({ run }) => run === 0);
}

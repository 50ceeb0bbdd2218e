import type { RuleRecord } from '../../checks/verdict.ts';
import { explanations } from './explanations.ts';
import type { Explanation } from './explanations.ts';
import { isExplained, isInSequence } from './is-explained.ts';
import { groupByRule } from './rule-group.ts';
import type { RuleGroup } from './rule-group.ts';

/** The records of one cause. */
export interface CauseGroup {
  readonly id: string;
  /** What is wrong, where no rule says it; null if the rule of the leads says it. */
  readonly statement: string | null;
  /** The records of the rule that is the cause. */
  readonly leads: readonly [RuleRecord, ...RuleRecord[]];
  /** The rules that its statement is about. */
  readonly told: readonly string[];
  /** All records, those of the leads first. */
  readonly records: readonly RuleRecord[];
}

interface OpenGroup extends CauseGroup {
  readonly lead: RuleGroup;
  readonly explanations: readonly Explanation[];
  readonly records: RuleRecord[];
}

/**
 * Groups records by what explains them. Rules are taken from the most basic one on. Each is a consequence of the first
 * cause that explains it, or a cause of its own.
 */
export function groupByCause(records: readonly RuleRecord[]): readonly CauseGroup[] {
  const causes: OpenGroup[] = [];
  const groups = groupByRule(records);
  const violated = violatedRules(groups);
  for (const rule of inOrder(groups, violated)) {
    const cause =
      causes.find((one) => isExplained(rule, one.lead, one.explanations)) ??
      causes.find(({ lead }) => isInSequence(rule, lead));
    if (cause === undefined) causes.push(openCause(rule, violated));
    else cause.records.push(...rule.records);
  }
  return causes;
}

/** The rules that are violated at all, and those that nearly all cases of an operation violate. */
interface Violated {
  readonly anywhere: ReadonlySet<string>;
  readonly inMost: ReadonlySet<string>;
}

function violatedRules(groups: readonly RuleGroup[]): Violated {
  const violated = groups.filter(({ reason }) => reason === null);
  return {
    anywhere: new Set(violated.map(({ rule }) => rule)),
    inMost: new Set(violated.filter(({ inMost }) => inMost.size > 0).map(({ rule }) => rule)),
  };
}

/** The most basic rule first; of others, what is violated most often, so that what it explains comes after it. */
function inOrder(groups: readonly RuleGroup[], violated: Violated): readonly RuleGroup[] {
  const ranked = groups.map((group) => ({
    group,
    rank: rankOf(group, violated),
    cases: group.records.reduce((sum, record) => sum + record.violated, 0),
  }));
  return ranked
    .sort((one, other) => one.rank - other.rank || other.cases - one.cases)
    .map(({ group }) => group);
}

function rankOf({ rule, reason }: RuleGroup, violated: Violated): number {
  if (reason !== null) return explanations.length + 1;
  const index = explanations.findIndex((explanation) => doesHold(explanation, rule, violated));
  return index === -1 ? explanations.length : index;
}

function doesHold(
  { when, isInMost, unless = [] }: Explanation,
  rule: string,
  { anywhere, inMost }: Violated,
): boolean {
  const violated = isInMost === true ? inMost : anywhere;
  return (
    when[0] === rule && when.every((one) => violated.has(one)) && !unless.some((one) => anywhere.has(one))
  );
}

function openCause(lead: RuleGroup, violated: Violated): OpenGroup {
  const { rule, reason, records } = lead;
  const held = reason === null ? explanations.filter((one) => doesHold(one, rule, violated)) : [];
  const combined = held.find((explanation) => explanation.known !== undefined);
  const named =
    reason === null
      ? { id: rule, statement: null }
      : { id: `${rule}.${lead.isBroken ? 'broken' : 'gone'}`, statement: reason };
  return {
    ...(combined?.known ?? named),
    ...{ lead, explanations: held, leads: records, records: [...records] },
    told: combined?.when ?? [rule],
  };
}

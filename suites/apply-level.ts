import { mockLevelOf } from '../checks/classification.ts';
import { isBeyond, type MockLevel } from '../checks/rule-fields.ts';
import type { OperationRecord, RuleRecord } from '../checks/verdict.ts';

/**
 * Adapts a suite's record if only a level of a mock is required. What a rule beyond that level found, or could not
 * find, goes into its reason and does not count. A pass of such a rule stays a pass.
 */
export function applyLevel(record: OperationRecord, demanded: MockLevel): OperationRecord {
  const rules = record.rules.map((rule) =>
    rule.verdict !== 'pass' && isBeyond(mockLevelOf(rule.rule), demanded) ? setAside(rule, demanded) : rule,
  );
  return { ...record, rules };
}

function setAside(rule: RuleRecord, demanded: MockLevel): RuleRecord {
  const { violated, judged, reason } = rule;
  const found = violated > 0 ? `${violated} of ${judged} judged violate it` : (reason ?? 'nothing was found');
  return {
    ...rule,
    verdict: 'not applicable',
    violated: 0,
    findings: [],
    reason: `beyond the level ${demanded}, which was asked for: ${found}`,
  };
}

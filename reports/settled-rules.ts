import type { OperationRecord, RuleRecord } from '../checks/verdict.ts';
import { runFinished } from './rule-facts.ts';

const unexpectedPass = 'listed as a known deviation, but nothing violates it: remove the entry';

/**
 * The rule records of an operation as reports show them. A rule that judged nothing is never green, and an
 * operation whose run broke off always shows as broken: both hold here, so that no report can forget them.
 */
export function settledRules(record: OperationRecord): readonly RuleRecord[] {
  const settled = record.rules.map(settle);
  return record.broken === null ? settled : [...settled, brokenOff(record, record.broken)];
}

function settle(rule: RuleRecord): RuleRecord {
  if (rule.verdict === 'pass' && rule.judged === 0)
    return {
      ...rule,
      verdict: 'not applicable',
      reason: rule.reason ?? 'no exchange of this run could be judged',
    };
  if (rule.verdict === 'unexpected pass') return { ...rule, reason: rule.reason ?? unexpectedPass };
  return rule;
}

function brokenOff(record: OperationRecord, reason: string): RuleRecord {
  return {
    operation: record.operation,
    rule: runFinished.id,
    level: runFinished.level,
    verdict: 'broken',
    judged: 0,
    violated: 0,
    findings: [],
    reason,
  };
}

import { createHash } from 'node:crypto';
import type { RuleRecord, Verdict } from '../../checks/verdict.ts';
import { leadingFinding } from '../failure-text.ts';
import { ruleRecords } from '../roll-up.ts';
import { factsOf } from '../rule-facts.ts';
import type { RunReport } from '../run-report.ts';
import type { Cause } from './cause.ts';

/** The verdicts that causes explain, worst first. */
const explained: readonly Verdict[] = ['fail', 'unexpected pass', 'broken', 'warn'];

/** Explains the findings of a run by the fewest causes, worst first. */
export function findCauses(report: Pick<RunReport, 'records' | 'rules'>): readonly Cause[] {
  const groups = new Map<string, RuleRecord[]>();
  for (const record of ruleRecords(report).filter(({ verdict }) => explained.includes(verdict)))
    groups.set(record.rule, [...(groups.get(record.rule) ?? []), record]);
  return [...groups.values()]
    .flatMap((records) => causeOf(records, report.rules))
    .sort((one, other) => explained.indexOf(one.verdict) - explained.indexOf(other.verdict));
}

function causeOf(records: readonly RuleRecord[], rules: RunReport['rules']): readonly Cause[] {
  const [lead] = records;
  if (lead === undefined) return [];
  return [
    {
      id: lead.rule,
      fingerprint: createHash('sha256').update(lead.rule).digest('hex').slice(0, 16),
      verdict: explained.find((verdict) => records.some((record) => record.verdict === verdict)) ?? 'fail',
      statement: factsOf(rules, lead).claim,
      hint: '',
      operations: [...new Set(records.map(({ operation }) => operation))],
      lead,
      finding: leadingFinding(lead) ?? null,
      records,
    },
  ];
}

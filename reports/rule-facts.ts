import type { Rule } from '../checks/rule.ts';
import type { RuleRecord } from '../checks/verdict.ts';

/** What reports say about a rule. */
export type RuleFacts = Pick<Rule, 'id' | 'level' | 'source' | 'claim'>;

/** The rule under which reports list an operation whose run broke off. It is not part of the catalogue. */
export const runFinished: RuleFacts = {
  id: 'run.operation.finished',
  level: 'MUST',
  source: { document: 'project', section: 'run' },
  claim: 'is driven to the end of its cases',
};

/** The facts of a record's rule. A rule that is not in the catalogue is described by its id. */
export function factsOf(rules: readonly RuleFacts[], record: Pick<RuleRecord, 'rule' | 'level'>): RuleFacts {
  const known = [...rules, runFinished].find((rule) => rule.id === record.rule);
  if (known !== undefined) return known;
  return {
    id: record.rule,
    level: record.level,
    source: { document: 'project', section: 'unlisted' },
    claim: record.rule,
  };
}

/** The first segment of a rule id. Reports group rules by it. */
export function areaOf(rule: string): string {
  return rule.split('.', 1)[0] ?? rule;
}

import type { Finding, RuleRecord, Verdict } from '../../checks/verdict.ts';
import { operationIds, suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { adviceOf } from '../explain/advice/advice-of.ts';
import { sortedFindings } from '../failure-text.ts';
import { shortHash } from '../fingerprint.ts';
import { ruleRecords } from '../roll-up.ts';
import { factsOf } from '../rule-facts.ts';
import type { RunReport } from '../run-report.ts';
import type { Cause } from './cause.ts';
import { groupByCause } from './group-by-cause.ts';
import type { CauseGroup } from './group-by-cause.ts';
import { statementOf } from './rule-statements.ts';

/** The verdicts that causes explain, worst first. */
const explained: readonly Verdict[] = ['fail', 'unexpected pass', 'broken', 'warn', 'note'];

/** The causes of what is wrong in a run, the worst and widest first: those that explain more than notes. */
export function findCauses(report: Pick<RunReport, 'records' | 'rules'>): readonly Cause[] {
  return findAllCauses(report).filter(({ verdict }) => verdict !== 'note');
}

/**
 * Explains the findings of a run by the fewest causes, the worst and widest first. Each record that violates its rule or
 * is broken is in exactly one of them. For `unexpected pass`, the cause is the entry in the profile.
 */
export function findAllCauses(report: Pick<RunReport, 'records' | 'rules'>): readonly Cause[] {
  const records = ruleRecords(report).filter(({ verdict }) => explained.includes(verdict));
  return groupByCause(records)
    .map((group) => causeOf(group, report.rules))
    .sort(
      (one, other) =>
        explained.indexOf(one.verdict) - explained.indexOf(other.verdict) ||
        other.records.length - one.records.length ||
        (one.id < other.id ? -1 : 1),
    );
}

function causeOf({ id, statement, leads, told, records }: CauseGroup, rules: RunReport['rules']): Cause {
  const [first] = leads;
  const { lead, finding } = smallest(leads) ?? { lead: first, finding: null };
  const touched = new Set(records.map(({ operation }) => operation));
  const operations = suiteIds.filter((suite) => touched.has(suite));
  const about = [...leads, ...records.filter(({ rule }) => told.includes(rule))];
  const shown = new Set(about.map(({ operation }) => operation));
  return {
    id,
    fingerprint: shortHash(id),
    verdict: explained.find((verdict) => records.some((record) => record.verdict === verdict)) ?? 'fail',
    statement: `${statement ?? statementOf(first.rule, finding) ?? factsOf(rules, first).claim}${whereText(suiteIds.filter((suite) => shown.has(suite)))}`,
    hint: finding === null ? '' : (adviceOf(first.rule)?.mend ?? ''),
    operations,
    lead,
    finding,
    records,
  };
}

/** The evidence with the fewest exchanges and the shortest text; null if no record has any. */
function smallest(
  records: readonly RuleRecord[],
): { readonly lead: RuleRecord; readonly finding: Finding } | null {
  const all = records.flatMap((lead) =>
    sortedFindings(lead).map((finding) => ({ lead, finding, size: sizeOf(finding) })),
  );
  return all.toSorted((one, other) => one.size - other.size)[0] ?? null;
}

function sizeOf({ exchanges, isReproduced }: Finding): number {
  const text = exchanges.reduce((sum, { request, response }) => sum + request.length + response.length, 0);
  return (isReproduced === true ? 0 : 1e9) + exchanges.length * 1e6 + text;
}

/** Where it shows, as the end of a statement. Of what shows in sequences alone, the statement says enough. */
function whereText(suites: readonly SuiteId[]): string {
  const operations = suites.filter((suite) => suite !== 'session');
  if (operations.length === 0) return '';
  if (operations.length <= mostNamed) return ` (${operations.join(', ')})`;
  return ` on ${operations.length} of ${operationIds.length} operations`;
}

/** Operations that a statement names; of more, it has the number. */
const mostNamed = 2;

import type { OperationRecord, RuleRecord } from '../checks/verdict.ts';
import { isAbout, type Deviation, type DeviationList } from '../targets/deviation.ts';

export interface DeviationContext {
  /** ISO 8601 date of the run. */
  readonly date: string;
  /** Whether all cases were sent. If only a part was sent, a pass proves nothing. */
  readonly isWhole: boolean;
}

/**
 * Applies the list of known deviations to the MUST rules of a suite's record. A listed rule that fails is known. A rule
 * that is listed as failing and passes is unexpected. A broken rule is never excused.
 */
export function applyDeviations(
  record: OperationRecord,
  list: DeviationList,
  context: DeviationContext,
): OperationRecord {
  const rules = record.rules.map((rule) => {
    const deviation = list.entries.find((entry) => isAbout(entry, rule));
    if (deviation === undefined || rule.level !== 'MUST') return rule;
    return settle(rule, deviation, { ...context, file: list.file });
  });
  return { ...record, rules };
}

function settle(
  rule: RuleRecord,
  deviation: Deviation,
  { file, date, isWhole }: DeviationContext & { readonly file: string },
): RuleRecord {
  const { reason, since, link, expires, status } = deviation;
  const told = `${reason} (since ${since}${link === undefined ? '' : `, ${link}`})`;
  switch (rule.verdict) {
    case 'fail':
      return expires !== undefined && expires < date
        ? { ...rule, reason: `its entry in ${file} expired on ${expires}: ${told}` }
        : { ...rule, verdict: 'known deviation', reason: told };
    case 'pass':
      return status === 'fails' && isWhole
        ? {
            ...rule,
            verdict: 'unexpected pass',
            reason: `${file} lists it as failing, but nothing violates it; remove or narrow the entry: ${told}`,
          }
        : rule;
    case 'not applicable':
      return {
        ...rule,
        reason: `${rule.reason ?? 'nothing was judged'}; so nothing is known of its entry in ${file}`,
      };
    default:
      return rule;
  }
}

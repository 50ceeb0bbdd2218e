import type { OperationRecord, RuleRecord } from '../../checks/verdict.ts';
import type { Trial, TrialResult } from './trial.ts';

/** Summarises the records of a trial's suites. */
export function summariseTrial(
  trial: Trial,
  records: readonly OperationRecord[],
  firstViolation: TrialResult['firstViolation'],
): TrialResult {
  const rules = records.flatMap((record) => record.rules);
  return {
    trial,
    judged: [...new Set(rules.filter(({ judged }) => judged > 0).map(({ rule }) => rule))],
    violated: rules
      .filter(({ violated }) => violated > 0)
      .map((record) => ({ ...record, detail: describe(record) })),
    broken: [
      ...records
        .filter(({ broken }) => broken !== null)
        .map(({ operation, broken }) => `${operation}: ${broken ?? ''}`),
      ...rules
        .filter(({ verdict }) => verdict === 'broken')
        .map(({ operation, rule, reason }) => `${operation} ${rule}: ${reason ?? ''}`),
    ],
    left: records.flatMap(({ operation, residue }) => residue.left.map((id) => `${operation}: ${id}`)),
    firstViolation,
  };
}

function describe({ operation, rule, verdict, findings }: RuleRecord): string {
  const [finding] = findings;
  const what =
    finding === undefined
      ? ''
      : `: ${finding.path}: ${finding.at}: expected ${finding.expected}, got ${finding.actual}`;
  return `${operation} ${rule} ${verdict}${what}`;
}

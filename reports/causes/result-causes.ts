import type { Verdict } from '../../checks/verdict.ts';
import { printable } from '../printable.ts';
import type { Cause } from './cause.ts';

/** A cause in the result file. */
export interface ResultCause {
  readonly id: string;
  readonly fingerprint: string;
  readonly verdict: Verdict;
  readonly statement: string;
  readonly hint: string;
  readonly operations: readonly string[];
  /** What it explains: entries of `verdicts`. */
  readonly explains: readonly { readonly operation: string; readonly rule: string }[];
  /** The smallest evidence; null if there is none. */
  readonly shown: {
    readonly operation: string;
    readonly rule: string;
    readonly at: string;
    readonly expected: string;
    readonly actual: string;
    /** An argument of `--replay` together with the seed, or empty if only the whole run shows it. */
    readonly path: string;
  } | null;
}

/** Causes in the format of the result file. */
export function resultCauses(causes: readonly Cause[]): readonly ResultCause[] {
  return causes.map(({ id, fingerprint, verdict, statement, hint, operations, records, lead, finding }) => ({
    ...{ id, fingerprint, verdict, statement: printable(statement), hint, operations },
    explains: records.map(({ operation, rule }) => ({ operation, rule })),
    shown:
      finding === null
        ? null
        : {
            ...{ operation: lead.operation, rule: lead.rule, path: finding.path },
            at: printable(finding.at),
            expected: printable(finding.expected),
            actual: printable(finding.actual),
          },
  }));
}

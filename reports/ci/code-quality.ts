import type { Cause } from '../causes/cause.ts';
import { findCauses } from '../causes/find-causes.ts';
import type { RunReport } from '../run-report.ts';
import { explainOf, extentOf, levelOf, seenText, statementOf } from './cause-text.ts';
import { lineIn } from './contract-file.ts';
import type { ContractFile } from './contract-file.ts';

/** An entry of a GitLab Code Quality report: docs.gitlab.com/ci/testing/code_quality. */
interface CodeQualityEntry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'major' | 'minor';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** A run as a GitLab Code Quality report, with one entry for each cause. */
export function buildCodeQuality(report: RunReport, contract: ContractFile): readonly CodeQualityEntry[] {
  return findCauses(report).map((cause) => entryOf(cause, report, contract));
}

function entryOf(cause: Cause, report: RunReport, contract: ContractFile): CodeQualityEntry {
  const { id, fingerprint, operations } = cause;
  return {
    description: `${statementOf(cause)} (${extentOf(cause)}): ${seenText(cause)}; see ${explainOf(cause, report)}`,
    check_name: id,
    fingerprint,
    severity: levelOf(cause) === 'error' ? 'major' : 'minor',
    location: { path: contract.path, lines: { begin: lineIn(contract, operations[0]) } },
  };
}

import { createHash } from 'node:crypto';
import type { RuleRecord } from '../checks/verdict.ts';
import { leadingFinding, withoutIndexes } from './failure-text.ts';
import { printable } from './printable.ts';

/**
 * A short name for a defect: equal for the same rule, operation and place, whatever the seed and the build. Values are
 * left out because they differ between runs. The case is left out because which case shows a defect first is chance.
 */
export function defectFingerprint({
  rule,
  operation,
  at,
}: {
  readonly rule: string;
  readonly operation: string;
  readonly at: string;
}): string {
  return shortHash(JSON.stringify([rule, operation, placeOf(at)]));
}

/** Sixteen hex digits. 64 bits: with a thousand names, the probability of a collision is below one in 10^13. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The fingerprint of a record's leading finding, or null if there are no findings. */
export function fingerprintOf(record: RuleRecord): string | null {
  const finding = leadingFinding(record);
  return finding === undefined ? null : defectFingerprint({ ...record, at: finding.at });
}

/**
 * Formatted as in the result file, so that a place read from there matches. Names in a map are chosen by the target.
 */
export function placeOf(at: string): string {
  return withoutIndexes(printable(at)).replace(/(?<=\/details\/).+$/s, '*');
}

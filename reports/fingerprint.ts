import { createHash } from 'node:crypto';
import type { RuleRecord } from '../checks/verdict.ts';
import { leadingFinding, withoutIndexes } from './leading-finding.ts';

/**
 * A short name for a defect: equal for the same rule, operation, place and kind of case, whatever the seed and the
 * build. Values are left out because they differ between runs. Null where nothing was found.
 */
export function fingerprintOf(record: RuleRecord): string | null {
  const finding = leadingFinding(record);
  if (finding === undefined) return null;
  const defect = [record.rule, record.operation, withoutIndexes(finding.at), withoutIndexes(finding.family)];
  // 64 bits: with a thousand defects the chance that two share a name is below one in 10^13.
  return createHash('sha256').update(JSON.stringify(defect)).digest('hex').slice(0, 16);
}

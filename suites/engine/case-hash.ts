import { createHash } from 'node:crypto';
import type { Case } from '../../generators/case.ts';
import { caseLine } from './case-line.ts';

/** 48 bits of a hash tell a case from what another version of the generators makes of its path. */
export function caseHash(testCase: Case): string {
  return createHash('sha256').update(caseLine(testCase)).digest('hex').slice(0, 12);
}

import type * as fc from 'fast-check';
import type { Case } from './case.ts';

/** Like Object.entries, with the keys of the table's type. */
export function entriesOf<Table extends object>(
  table: Table,
): readonly (readonly [keyof Table & string, Exclude<Table[keyof Table], undefined>])[] {
  return Object.entries(table) as [keyof Table & string, Exclude<Table[keyof Table], undefined>][];
}

/**
 * A family of cases of one operation: one intention, many values. Families ensure that every intention is tested,
 * however few cases are requested.
 */
export interface Family {
  /**
   * Unique in its operation, dotted and in lower case, such as `valid.domain` or
   * `broken.body.missing-member:/client_name`.
   */
  readonly name: string;
  readonly polarity: 'valid' | 'broken';
  readonly cases: fc.Arbitrary<Case>;
  /** More cases than this add nothing (a request without input, a closed list of values). */
  readonly enough: number;
  /** How many cases it contributes in each turn. Default: one. */
  readonly weight?: number;
  /** Whether each case has to run alone, since concurrent cases would keep it from being judged. */
  readonly isAlone?: boolean;
  /** Whether its cases look for requests that are never answered: after a few of those, no more such cases are sent. */
  readonly isHangProne?: boolean;
  /**
   * Whether each case sends all that the family has, in an order of its own, as long as nothing ends it early. After one
   * that was sent to its end, no further one is.
   */
  readonly isExhaustive?: boolean;
  /** Whether its cases pause for seconds. They begin before most others, which are sent meanwhile. */
  readonly isPatient?: boolean;
  /** Whether its cases are known to end servers. They come last of all, so that all else is judged before. */
  readonly isCrashProne?: boolean;
}

import type * as fc from 'fast-check';
import type { Case } from './case.ts';

/** The entries of a record, with the keys that its type has. */
export function entriesOf<Table extends object>(
  table: Table,
): readonly (readonly [keyof Table & string, Exclude<Table[keyof Table], undefined>])[] {
  return Object.entries(table) as [keyof Table & string, Exclude<Table[keyof Table], undefined>][];
}

/**
 * A family of cases of one operation: one intention, many values. Families exist so that every intention is met
 * by design, however few cases are asked for.
 */
export interface Family {
  /** Unique in its operation, dotted lower case, such as `valid.domain` or `broken.body.missing-member:/client_name`. */
  readonly name: string;
  readonly polarity: 'valid' | 'broken';
  readonly cases: fc.Arbitrary<Case>;
  /** More cases than this add nothing (a request without input, a closed list of values). */
  readonly enough: number;
  /** How many cases it gives in each turn. Default: one. */
  readonly weight?: number;
  /** Whether other cases that come and go would keep its cases from being judged: then each runs alone. */
  readonly isAlone?: boolean;
}

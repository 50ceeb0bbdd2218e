import type { BehaviourLedger } from './behaviour.ts';

/** One difference between two ledgers. */
export interface BehaviourChange {
  readonly operation: string;
  /** A kind of case, or `headers of STATUS`. */
  readonly kind: string;
  /** What only the first ledger has, and what only the second has. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** The comparison of two ledgers. */
export interface BehaviourComparison {
  readonly changes: readonly BehaviourChange[];
  /** Kinds of cases that only one of them has, which cannot be compared. */
  readonly onlyInFirst: number;
  readonly onlyInSecond: number;
  readonly compared: number;
}

/** Lists what changed from one ledger to another, also where the contract is silent. */
export function compareBehaviour(first: BehaviourLedger, second: BehaviourLedger): BehaviourComparison {
  const one = rowsOf(first);
  const other = rowsOf(second);
  const changes: BehaviourChange[] = [];
  for (const [key, { operation, kind, values }] of one) {
    const next = other.get(key);
    if (next === undefined) continue;
    const before = new Set(values);
    const after = new Set(next.values);
    const gone = values.filter((value) => !after.has(value));
    const come = next.values.filter((value) => !before.has(value));
    if (gone.length + come.length > 0) changes.push({ operation, kind, gone, come });
  }
  const common = [...one.keys()].filter((key) => other.has(key)).length;
  return {
    changes,
    onlyInFirst: one.size - common,
    onlyInSecond: other.size - common,
    compared: common,
  };
}

interface Row {
  readonly operation: string;
  readonly kind: string;
  readonly values: readonly string[];
}

function rowsOf({ kinds, headers, shapes }: BehaviourLedger): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const add = (operation: string, kind: string, values: readonly string[]): void => {
    rows.set(`${operation}\n${kind}`, { operation, kind, values });
  };
  for (const [operation, byKind] of Object.entries(kinds))
    for (const [kind, values] of Object.entries(byKind))
      add(operation, kind, values.map((value) => spelled(value, shapes)).sort());
  for (const [operation, byStatus] of Object.entries(headers))
    for (const [status, names] of Object.entries(byStatus)) add(operation, `headers of ${status}`, names);
  return rows;
}

/** An answer with its shape written out, so that it can be read without the ledger. */
function spelled(value: string, shapes: BehaviourLedger['shapes']): string {
  const [, line = value, id = ''] = /^(.*) #([\da-f]{8})$/.exec(value) ?? [];
  const places = shapes[id];
  return places === undefined ? value : `${line}: ${places.join(', ')}`;
}

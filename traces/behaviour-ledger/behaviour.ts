import { z } from 'zod';

/**
 * What a build answered, by operation and kind of case, as JSON that is the same whenever the same cases are answered
 * alike: no time, no id, no value that the target chose. Made to be kept in git.
 */
export const behaviour = z.object({
  schemaVersion: z.literal(1),
  build: z.string().nullable(),
  contract: z.string(),
  /** By operation and kind: the answers that were seen. The shape of a body stands behind its `#`. */
  kinds: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  /** By operation and status: the names of the headers that were seen. */
  headers: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  /** By their short hash: the places of bodies with the JSON types there. */
  shapes: z.record(z.string(), z.array(z.string())),
});

/** A behaviour ledger. */
export type BehaviourLedger = z.output<typeof behaviour>;

/** What is seen of suites, before it is a ledger. */
export type SeenBehaviour = Pick<BehaviourLedger, 'kinds' | 'headers' | 'shapes'>;

/** Canonical text: members in order, two spaces, a line feed at the end. */
export function behaviourText(ledger: BehaviourLedger): string {
  return `${JSON.stringify(sorted(ledger), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

type Sets = SeenBehaviour['kinds'];

/** What all suites have seen, together. */
export function mergeBehaviour(parts: readonly SeenBehaviour[]): SeenBehaviour {
  return {
    kinds: mergeSets(parts.map(({ kinds }) => kinds)),
    headers: mergeSets(parts.map(({ headers }) => headers)),
    shapes: Object.assign({}, ...parts.map(({ shapes }) => shapes)) as SeenBehaviour['shapes'],
  };
}

function mergeSets(all: readonly Sets[]): Sets {
  const merged: Sets = {};
  for (const [first, inner] of all.flatMap((sets) => Object.entries(sets))) {
    const known = (merged[first] ??= {});
    for (const [second, values] of Object.entries(inner))
      known[second] = [...new Set([...(known[second] ?? []), ...values])].sort();
  }
  return merged;
}

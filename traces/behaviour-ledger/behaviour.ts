import { z } from 'zod';

/**
 * What a build answered, by operation and kind of case. The JSON is the same whenever the same cases are answered
 * alike: it has no time, no id, and no value that the target chose. Made to be kept in git.
 */
export const behaviour = z.object({
  schemaVersion: z.literal(1),
  build: z.string().nullable(),
  contract: z.string(),
  /** The observed answers by operation and kind. The shape of a body follows its `#`. */
  kinds: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  /** The names of the observed headers by operation and status. */
  headers: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  /** The places of bodies with their JSON types, by short hash. */
  shapes: z.record(z.string(), z.array(z.string())),
});

export type BehaviourLedger = z.output<typeof behaviour>;

/** Observations of suites, before they become a ledger. */
export type SeenBehaviour = Pick<BehaviourLedger, 'kinds' | 'headers' | 'shapes'>;

/** Canonical text: sorted members, an indent of two spaces, a line feed at the end. */
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

/** The observations of all suites together. */
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

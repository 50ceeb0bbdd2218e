import type { SeenBehaviour } from './behaviour.ts';

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

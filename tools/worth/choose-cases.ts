/** A family that may give cases for aims: what the cases of a run have to do together, such as to find a fault. */
export interface Candidate<Aim> {
  /** The most cases that it can give. */
  readonly enough: number;
  /** Requests of one case. */
  readonly cost: number;
  /** How much one case does for each aim. */
  readonly gains: ReadonlyMap<Aim, number>;
}

/**
 * Chooses the cheapest cases whose gains add up to what each aim needs, as far as there are any, in addition to those
 * that `chosen` has already: again and again one more case of the family that does most for each request. `chosen` keeps the
 * families in the order in which they were chosen first.
 */
export function chooseCases<Aim, Family extends Candidate<Aim>>(
  families: readonly Family[],
  need: (aim: Aim) => number,
  chosen: Map<Family, number>,
): void {
  /** The part of each aim that is still to do. */
  const open = new Map<Aim, number>();
  const take = ({ gains }: Family): void => {
    for (const [aim, gain] of gains) open.set(aim, (open.get(aim) ?? 1) - gain / need(aim));
  };
  for (const [family, count] of chosen) for (let one = 0; one < count; one += 1) take(family);
  const worthOf = ({ gains, cost }: Family): number => {
    let worth = 0;
    for (const [aim, gain] of gains) {
      const left = open.get(aim) ?? 1;
      if (left > 0) worth += Math.min(gain / need(aim), left);
    }
    return worth / cost;
  };
  for (;;) {
    const free = families.filter((family) => (chosen.get(family) ?? 0) < family.enough);
    const best = mostOf(free, worthOf);
    if (best === null) return;
    chosen.set(best, (chosen.get(best) ?? 0) + 1);
    take(best);
  }
}

/** The first value with the highest positive score; null if none is positive. */
function mostOf<Value>(values: readonly Value[], scoreOf: (value: Value) => number): Value | null {
  let best: Value | null = null;
  let most = 1e-9;
  for (const value of values) {
    const score = scoreOf(value);
    if (score > most) [best, most] = [value, score];
  }
  return best;
}

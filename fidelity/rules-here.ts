import type { FactDifference } from './compare-facts.ts';

/** The places in which each rule is violated on a case, without the indexes of lists. */
export type PlacesOfRules = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which rules a difference shows: those that are violated in its place. If there is none, those of its own that are violated
 * in no place of the answer that could be told from it.
 */
export function rulesHere(
  difference: Pick<FactDifference, 'facet' | 'at'>,
  own: readonly string[],
  places: PlacesOfRules,
): readonly string[] {
  const place = placeOfFact(difference);
  const here = [...places].flatMap(([rule, of]) => ([...of].some((one) => isSame(one, place)) ? [rule] : []));
  if (here.length > 0) return here;
  // All that follows from another outcome is put down to it.
  if (difference.facet === 'outcome') return own;
  return own.filter((rule) => ![...(places.get(rule) ?? [])].some(isDistinct));
}

/** As violations name it. */
function placeOfFact({ facet, at }: Pick<FactDifference, 'facet' | 'at'>): string {
  switch (facet) {
    case 'header':
    case 'incidental header':
    case 'media type':
      return `header ${at}`;
    case 'redirect':
      return 'header location';
    default:
      return at;
  }
}

/** Rules write the names of headers as their sources do. */
function isSame(place: string, other: string): boolean {
  return place === other || (place.startsWith('header ') && place.toLowerCase() === other.toLowerCase());
}

function isDistinct(place: string): boolean {
  return place.startsWith('/') || place.startsWith('header ') || place === 'status';
}

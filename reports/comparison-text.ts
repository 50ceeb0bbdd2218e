import type { DifferenceRecord } from '../fidelity/comparison.ts';

/** Who departs from the contract, in words. */
export function oddText({ odd }: Pick<DifferenceRecord, 'odd'>): string {
  switch (odd) {
    case 'A':
      return 'A departs from the contract, B keeps it';
    case 'B':
      return 'B departs from the contract, A keeps it';
    case 'both':
      return 'both depart from the contract, each in its own way';
    case 'open':
      return 'the contract leaves it open';
  }
}

/** Where two targets differ, in words. */
export function placeText({ facet, at, step }: Pick<DifferenceRecord, 'facet' | 'at' | 'step'>): string {
  switch (facet) {
    case 'outcome':
      return `status of ${step}`;
    case 'rule':
      return `rule ${at}`;
    case 'header':
    case 'incidental header':
      return `header ${at} of ${step}`;
    case 'media type':
      return `media type of ${step}`;
    case 'redirect':
      return `redirect of ${step}, ${at}`;
    case 'form':
      return `${at === '' ? 'body' : at} of ${step}`;
    case 'reason':
    case 'constant':
      return `value ${at} of ${step}`;
    case 'relation':
      return `origin of ${at} of ${step}`;
  }
}

/** How often and how surely a difference was seen. */
export function seenText({ families, count, isSeenAgain, path }: DifferenceRecord): string {
  const [first, ...others] = families;
  if (first === undefined) return 'seen over all cases together';
  const more =
    others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'kind' : 'kinds'}`;
  const again = isSeenAgain && path !== '' ? 'seen again when sent again' : 'not looked at again';
  return `${count} ${count === 1 ? 'case' : 'cases'} of ${first}${more}; ${again}`;
}

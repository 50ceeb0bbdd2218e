import type { Exchange } from '../../driver/exchange.ts';
import type { AnswerChange, Imitation } from '../../targets/reference/imitation/imitation.ts';
import { outcomeKeys } from '../../targets/reference/imitation/outcome-keys.ts';
import { findRoute } from '../../targets/reference/route.ts';
import { changeBetween, pathText, type Departure } from './change-between.ts';

/** Departures that differ only in values, and in the members that depend on the request. */
interface Votes {
  readonly first: AnswerChange;
  readonly dropped: Map<string, readonly string[]>;
  readonly kept: Set<string>;
  isAlike: boolean;
  count: number;
}

/**
 * Learns how a build differs from the reference, from pairs of answers to the same request. The most frequent change
 * counts.
 */
export class ImitationLearner {
  readonly #votes = new Map<string, Map<string, Votes>>();

  add(reference: Exchange, build: Exchange): void {
    const { method, path } = reference.request;
    if (reference.response === null || build.response === null) return;
    const [plainPath = ''] = path.split('?', 1);
    const { status, json } = reference.response;
    const body = method === 'HEAD' ? null : json;
    const departure = changeBetween(reference.response, build.response);
    if (departure === null) return;
    const signature = signatureOf(departure.change);
    for (const key of outcomeKeys({ ...findRoute(method, plainPath), method, status, body })) {
      const votes = this.#votes.get(key) ?? new Map<string, Votes>();
      this.#votes.set(key, votes);
      votes.set(signature, count(votes.get(signature), departure));
    }
  }

  read(): Imitation {
    return Object.fromEntries(
      [...this.#votes].map(([key, votes]) => {
        const [most] = [...votes.values()].sort((one, other) => other.count - one.count);
        return [key, most === undefined || most.isAlike ? null : changeOf(most)];
      }),
    );
  }
}

function count(votes: Votes | undefined, { change, kept, isAlike }: Departure): Votes {
  const counted = votes ?? {
    first: change,
    dropped: new Map(),
    kept: new Set<string>(),
    isAlike: true,
    count: 0,
  };
  if (change.body.type === 'own')
    for (const path of change.body.drop) counted.dropped.set(pathText(path), path);
  for (const path of kept) counted.kept.add(path);
  counted.isAlike &&= isAlike;
  counted.count += 1;
  return counted;
}

/** Drops the members that the build never has: the reference may have them for another request. */
function changeOf({ first, dropped, kept }: Votes): AnswerChange {
  if (first.body.type === 'recorded') return first;
  const drop = [...dropped].filter(([path]) => !kept.has(path)).map(([, path]) => path);
  return { ...first, body: { ...first.body, drop } };
}

/** Changes that differ only in values have the same signature. */
function signatureOf(change: AnswerChange): string {
  const { status, headers, set, body } = change;
  const shape =
    body.type === 'recorded' ? 'recorded' : [body.set.map(([path]) => pathText(path)).sort(), body.isPretty];
  return JSON.stringify([status, [...headers].sort(), Object.keys(set).sort(), shape]);
}

import type { HttpResponse } from '../driver/exchange.ts';
import { dialectOf } from '../checks/read/dialect.ts';
import { isJsonObject } from '../spec/json-object.ts';
import { formatPointer } from '../spec/json-pointer.ts';
import type { AnswerFact } from './fact.ts';
import type { KnownValues } from './known-values.ts';
import { valueFact } from './value-fact.ts';

/** Limits for examining a body, since the target decides how deep and how wide it is. */
const deepest = 6;
const mostPlaces = 200;

/** Members with free content, in which two targets say the same in different words. */
const unlooked: readonly string[] = ['details'];

/** A value of a body with its place. */
interface Placed {
  readonly at: string;
  readonly name: string;
  readonly value: unknown;
  readonly depth: number;
}

/**
 * Describes a body: its form as a whole, the JSON types at each place (the items of a list taken together), and what
 * can be said of the values without revealing them.
 */
export function bodyFacts(response: HttpResponse, known: KnownValues): readonly AnswerFact[] {
  if (response.json === undefined) return [{ facet: 'form', at: '', value: dialectOf(response) }];
  const types = new Map<string, Set<string>>();
  const values = new Map<string, AnswerFact & { readonly all: Set<string> }>();
  const left: Placed[] = [{ at: '', name: '', value: response.json, depth: 0 }];
  for (let placed = left.pop(); placed !== undefined && types.size < mostPlaces; placed = left.pop()) {
    types.set(placed.at, (types.get(placed.at) ?? new Set()).add(typeOf(placed.value)));
    for (const child of childrenOf(placed)) left.push(child);
    const fact = valueFact(placed, response, known);
    if (fact === null) continue;
    const key = `${fact.facet} ${fact.at}`;
    const all = values.get(key)?.all ?? new Set();
    values.set(key, { ...fact, all: all.add(fact.value) });
  }
  return [
    ...[...types].map(([at, all]) => ({ facet: 'form' as const, at, value: listed(all) })),
    ...[...values.values()].map(({ facet, at, all }) => ({ facet, at, value: listed(all) })),
  ];
}

function childrenOf({ at, name, value, depth }: Placed): readonly Placed[] {
  if (depth === deepest || unlooked.includes(name)) return [];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item) => ({ at: `${at}/*`, name, value: item, depth: depth + 1 }));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value)
    .slice(0, mostPlaces)
    .map(([key, member]) => ({
      at: `${at}${formatPointer([key])}`,
      name: key,
      value: member,
      depth: depth + 1,
    }));
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function listed(all: ReadonlySet<string>): string {
  return [...all].sort().join(' or ');
}

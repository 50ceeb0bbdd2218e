import type { Step } from '../generators/case.ts';
import type { Fact, Facet } from './fact.ts';

/** What one target of two was seen to do with a case. */
export interface Observation {
  readonly facts: readonly Fact[];
  /** Whether the case could not be set up on it. */
  readonly isUnset: boolean;
}

/** A place at which two targets answered differently. */
export interface FactDifference {
  readonly step: string;
  readonly role: Step['role'];
  readonly facet: Facet;
  readonly at: string;
  /** What each target showed there. */
  readonly a: string;
  readonly b: string;
}

/** Facets of which the absence says something. A value that is not there shows as another form. */
const absenceTells: ReadonlySet<Facet> = new Set(['header', 'incidental header', 'form', 'redirect']);

/**
 * Where two targets differ on one case, from its first step to the last that both were sent. Another outcome is the only
 * difference of its case: all that follows comes of it. What set a case up is another case's subject, unless it failed
 * on one side alone.
 */
export function compareFacts(
  a: Observation,
  b: Observation,
  steps: readonly Pick<Step, 'name' | 'role'>[],
): readonly FactDifference[] {
  const isOneUnset = a.isUnset !== b.isUnset;
  const differences: FactDifference[] = [];
  for (const { name, role } of steps) {
    if (role === 'setup' && !isOneUnset) continue;
    const ofA = a.facts.filter(({ step }) => step === name);
    const ofB = b.facts.filter(({ step }) => step === name);
    const found = compareStep({ step: name, role }, ofA, ofB);
    differences.push(...found);
    if (found.some(({ facet }) => facet === 'outcome') || (isOneUnset && found.some(isTelling))) break;
  }
  return differences;
}

/** A step that only one side was sent follows from an answer before it, and is told where that answer was alike. */
function compareStep(
  of: Pick<FactDifference, 'step' | 'role'>,
  a: readonly Fact[],
  b: readonly Fact[],
): readonly FactDifference[] {
  const [outcomeA, outcomeB] = [outcomeOf(a), outcomeOf(b)];
  if (outcomeA !== outcomeB)
    return [{ ...of, facet: 'outcome', at: 'status', a: outcomeA ?? 'not sent', b: outcomeB ?? 'not sent' }];
  const places = new Map([...a, ...b].map((fact) => [`${fact.facet} ${fact.at}`, fact]));
  const differences: FactDifference[] = [];
  for (const { facet, at } of places.values()) {
    const [valueA, valueB] = [valueAt(a, facet, at), valueAt(b, facet, at)];
    if (valueA === valueB) continue;
    if ((valueA === null || valueB === null) && !absenceTells.has(facet)) continue;
    if (facet === 'form' && (isBelowOther(at, differences) || isOfNoItem(at, a, b))) continue;
    differences.push({ ...of, facet, at, a: valueA ?? 'absent', b: valueB ?? 'absent' });
  }
  return differences;
}

function isTelling({ facet }: FactDifference): boolean {
  return facet !== 'incidental header';
}

function outcomeOf(facts: readonly Fact[]): string | null {
  return facts.find(({ facet }) => facet === 'outcome')?.value ?? null;
}

function valueAt(facts: readonly Fact[], facet: Facet, at: string): string | null {
  return facts.find((fact) => fact.facet === facet && fact.at === at)?.value ?? null;
}

/** Below a value of another type everything differs. Places come from the outside in. */
function isBelowOther(at: string, differences: readonly FactDifference[]): boolean {
  return differences.some((found) => found.facet === 'form' && at.startsWith(`${found.at}/`));
}

/** Lists hold what they hold: where one is empty, nothing can be said of its items. */
function isOfNoItem(at: string, a: readonly Fact[], b: readonly Fact[]): boolean {
  const lists = [...at.matchAll(/\/\*(?=\/|$)/g)].map(({ index }) => at.slice(0, index + 2));
  return lists.some((list) => valueAt(a, 'form', list) === null || valueAt(b, 'form', list) === null);
}

import type { Step } from '../generators/case.ts';
import type { Fact, Facet } from './fact.ts';

/** The observed behaviour of one of two targets for a case. */
export interface Observation {
  readonly facts: readonly Fact[];
  /** Whether the case could not be set up on the target. */
  readonly isUnset: boolean;
}

/** A place where two targets answered differently. */
export interface FactDifference {
  readonly step: string;
  readonly role: Step['role'];
  readonly facet: Facet;
  readonly at: string;
  /** What each target showed there. */
  readonly a: string;
  readonly b: string;
}

/** Facets whose absence is a difference. The absence of a value shows as another form. */
const absenceTells: ReadonlySet<Facet> = new Set(['header', 'incidental header', 'form', 'redirect']);

/**
 * The differences between two targets on one case, from its first step to the last that both received. A different
 * outcome is the last difference of its case, since all that follows results from it. Setup steps are the subject of
 * other cases, unless the setup failed on one side only.
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

/** A step that only one side received results from an earlier answer, and is reported if that answer was alike. */
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

/** Whether a place is below a value whose type differs, where everything differs. Outer places come first. */
function isBelowOther(at: string, differences: readonly FactDifference[]): boolean {
  return differences.some((found) => found.facet === 'form' && at.startsWith(`${found.at}/`));
}

/**
 * Whether a place is in an item of a list that is empty on one side. The contents of lists are not compared, so nothing
 * can be said of it.
 */
function isOfNoItem(at: string, a: readonly Fact[], b: readonly Fact[]): boolean {
  const lists = [...at.matchAll(/\/\*(?=\/|$)/g)].map(({ index }) => at.slice(0, index + 2));
  return lists.some((list) => valueAt(a, 'form', list) === null || valueAt(b, 'form', list) === null);
}

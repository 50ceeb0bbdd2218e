import type { Finding, RuleRecord } from '../../checks/verdict.ts';
import type { Comparison, DifferenceRecord, SuiteComparison } from '../../fidelity/comparison.ts';
import type { OddOne } from '../../fidelity/difference.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { factText } from '../comparison-text.ts';
import { groupByCause } from './group-by-cause.ts';
import type { CauseGroup } from './group-by-cause.ts';
import { statementOf } from './rule-statements.ts';

/** One thing in which two targets differ, and every difference that it explains. */
export interface DifferenceCause {
  /** What differs, in plain words on one line. */
  readonly statement: string;
  /** Who departs from the contract by it. */
  readonly odd: OddOne;
  /** The rule that says it best; null if no rule does. */
  readonly rule: string | null;
  /** Where it shows, in the order of the contract. */
  readonly operations: readonly SuiteId[];
  /** Those that count first. Each difference is in exactly one cause. */
  readonly differences: readonly [DifferenceRecord, ...DifferenceRecord[]];
}

/** What explains the violations of rules on one side. */
interface SideGroup {
  readonly odd: OddOne;
  readonly group: CauseGroup;
}

interface OpenCause {
  readonly found: SideGroup | null;
  /** The constants that its differences show. */
  readonly constants: Set<string>;
  readonly differences: [DifferenceRecord, ...DifferenceRecord[]];
}

/**
 * The causes of the differences of a comparison, the widest first, and last those that do not count. A difference has the
 * cause of one with the same two values at the same place, or of the rule that is violated by it. Rules explain each other
 * as in a run.
 */
export function findDifferenceCauses({ suites }: Pick<Comparison, 'suites'>): readonly DifferenceCause[] {
  const groups = sides.flatMap((odd) => groupByCause(rulesOf(suites, odd)).map((group) => ({ odd, group })));
  const findGroup = ({ odd, operation, here }: DifferenceRecord): SideGroup | null =>
    groups.find(
      (one) =>
        (odd === 'open' || one.odd === odd) &&
        one.group.records.some((record) => record.operation === operation && here.includes(record.rule)),
    ) ?? null;
  const all = suites.flatMap(({ differences }) =>
    differences.map((difference) => ({ difference, found: findGroup(difference) })),
  );
  const causes: OpenCause[] = [];
  // What only its values tell joins what rules tell, so it comes later.
  for (const { difference, found } of all.toSorted(
    (one, other) =>
      countedFirst(one.difference, other.difference) ||
      Number(one.found === null) - Number(other.found === null),
  ))
    addTo(causes, difference, found);
  return causes
    .map(causeOf)
    .toSorted(
      (one, other) =>
        countedFirst(one.differences[0], other.differences[0]) ||
        other.differences.length - one.differences.length,
    );
}

/** The outcome of a step on a target that had not provided the values that it needs. */
const notSent = 'not sent';

const sides: readonly OddOne[] = ['B', 'A', 'both'];

/** The rules that are violated on this side only, as a run records them: what the other side showed was expected. */
function rulesOf(suites: Comparison['suites'], odd: OddOne): readonly RuleRecord[] {
  return suites.flatMap((suite) => {
    const found = suite.differences.filter((difference) => difference.odd === odd);
    return [...new Set(found.flatMap(({ rules }) => rules))].map((rule) =>
      recordOf(
        suite,
        rule,
        found.filter(({ rules }) => rules.includes(rule)),
      ),
    );
  });
}

function recordOf(
  { operation, together }: SuiteComparison,
  rule: string,
  differences: readonly DifferenceRecord[],
): RuleRecord {
  const violated = differences.reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ operation, rule, level: 'MUST', verdict: 'fail', judged: violated, violated, reason: null },
    findings: differences.filter(({ here }) => here.includes(rule)).map(findingOf),
    together: together[rule] ?? {},
  };
}

function findingOf({ odd, a, b, at, families, path, count, shrinks, ...of }: DifferenceRecord): Finding {
  const [expected, actual] = odd === 'A' ? [b, a] : [a, b];
  return {
    ...{ at, expected, actual, family: families[0] ?? '', path, count, shrinks },
    isReproduced: of.isSeenAgain,
    exchanges: odd === 'A' ? of.exchanges.a : of.exchanges.b,
  };
}

function countedFirst(one: DifferenceRecord, other: DifferenceRecord): number {
  return Number(other.isCounted) - Number(one.isCounted);
}

function addTo(causes: OpenCause[], difference: DifferenceRecord, found: SideGroup | null): void {
  const constant = constantOf(difference);
  const cause =
    causes.find(({ constants }) => constant !== null && constants.has(constant)) ??
    causes.find((one) => found !== null && one.found === found);
  if (cause === undefined)
    causes.push({
      found,
      constants: new Set(constant === null ? [] : [constant]),
      differences: [difference],
    });
  else {
    if (constant !== null) cause.constants.add(constant);
    cause.differences.push(difference);
  }
}

/**
 * Both values with their place in an answer, whatever the operation and the step. A member is the same one in an entity and
 * in a list of them. Null if the values are not known, or if a rule says more than they do: the same two statuses have many
 * causes.
 */
function constantOf(difference: DifferenceRecord): string | null {
  const { facet, class: kind, at, a, b, rules, exchanges } = difference;
  if (facet === 'rule' || (facet === 'outcome' && rules.length > 0)) return null;
  if (exchanges.a.length + exchanges.b.length === 0) return null;
  const only = sentTo(difference);
  const values = only === null ? [a, b] : [only];
  return JSON.stringify([facet, facet === 'outcome' ? kind : lastMember(at), ...values]);
}

/** The target to which alone a step was sent; null if both were sent it. How it answered is not what differs. */
function sentTo({ facet, a, b }: DifferenceRecord): 'A' | 'B' | null {
  if (facet !== 'outcome') return null;
  if (b === notSent) return 'A';
  return a === notSent ? 'B' : null;
}

function lastMember(at: string): string {
  return at.startsWith('/') ? (at.split('/').findLast((word) => word !== '*') ?? at) : at;
}

function causeOf({ found, differences }: OpenCause): DifferenceCause {
  const [first] = differences;
  const rule = found?.group.leads[0].rule ?? null;
  const odd = found?.odd ?? 'open';
  const touched = new Set(differences.map(({ operation }) => operation));
  const told = rule === null ? null : (found?.group.statement ?? statementOf(rule, findingOf(first)) ?? rule);
  return {
    statement: `${subjectOf(odd)}${told ?? factsText(first)}`,
    odd,
    rule,
    operations: suiteIds.filter((suite) => touched.has(suite)),
    differences,
  };
}

/** What differs, where no rule says it. */
function factsText(difference: DifferenceRecord): string {
  const only = sentTo(difference);
  if (only === null) return `${factText(difference)}: A ${difference.a}, B ${difference.b}`;
  return `sent to ${only} only: ${only === 'A' ? 'B' : 'A'} had not given the values that later steps need`;
}

function subjectOf(odd: OddOne): string {
  if (odd === 'open') return '';
  return odd === 'both' ? 'A and B: ' : `${odd}: `;
}

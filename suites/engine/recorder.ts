import type { Attempt, Rule, Violation } from '../../checks/rule.ts';
import type { DrawnCase } from './draw-cases.ts';
import { answered, judge, placeOf } from './judge.ts';
import { EvidenceRoom, Sample } from './sample.ts';
import { lightAttempt, lightViolation } from './light-attempt.ts';
import type { JudgedCase } from './judged-case.ts';

/**
 * Violations of one rule in one place and by cases of one family, with the first case that shows them (`rankOf`).
 * Families are kept apart because they differ in what was sent: a race may hide what every request of another family
 * shows.
 */
export interface Defect {
  readonly key: string;
  /** The place, which defects of several families can share. */
  readonly place: string;
  count: number;
  /** The same by family. */
  readonly families: Map<string, number>;
  ordinal: number;
  drawn: DrawnCase;
  violation: Violation;
  attempt: Attempt;
  /** Whether it may be a transient answer of a gateway: such a defect has to reproduce to count. */
  readonly isTransient: boolean;
  /** Cases that show it: if it may be transient, some of each family, so that one that always fails is among them. */
  readonly witnesses: Witness[];
}

/** A case that shows a defect, with its place in drawing order. */
interface Witness {
  readonly drawn: DrawnCase;
  readonly ordinal: number;
}

export interface RuleCounts {
  readonly rule: Rule;
  judged: number;
  violated: number;
  readonly defects: Map<string, Defect>;
  /** How often defects that are not kept were shown by each family, by the key of the defect. */
  readonly dropped: Map<string, Map<string, number>>;
  /** The violating cases of each family, apart from those that may be transient. */
  readonly families: Map<string, number>;
  /** How many cases violate this rule and another one, by the id of the other, and by its own how many violate it. */
  readonly together: Map<string, number>;
  readonly sample: Sample;
}

/** Defects kept for a rule. A rule that fails everywhere needs no more examples than a person can read. */
const defectLimit = 12;
/** Defects that are no longer kept, but counted on: one may return by a case that was drawn earlier and ended later. */
const countedLimit = 1000;
/** Cases kept for a defect that may be transient: of each family, and in total. */
const witnessLimit = { ofFamily: 3, ofDefect: 32 };

/** Judges attempts by all rules of a suite, and keeps the results of each rule. */
export class Recorder {
  readonly tallies: readonly RuleCounts[];

  readonly #isTransient: (attempt: Attempt) => boolean;

  /** `isTransient` tells whether the answers of a violating attempt may be transient answers of a gateway. */
  constructor(rules: readonly Rule[], isTransient: (attempt: Attempt) => boolean = () => false) {
    this.#isTransient = isTransient;
    const room = new EvidenceRoom();
    this.tallies = rules.map((rule) => ({
      rule,
      judged: 0,
      violated: 0,
      defects: new Map(),
      dropped: new Map(),
      families: new Map(),
      together: new Map(),
      sample: new Sample(room),
    }));
  }

  /**
   * Returns the rules that the attempt violates. `ordinal` is the case's place among all (`rankOf`), so that the first
   * example does not depend on timing.
   */
  record(attempt: Attempt, drawn: DrawnCase, ordinal: number): JudgedCase['violated'] {
    const violated: { readonly tally: RuleCounts; readonly rule: Rule; readonly isCertain: boolean }[] = [];
    for (const tally of this.tallies) {
      if (tally.rule.on === 'sample') {
        collect(tally, attempt);
        continue;
      }
      const violations = judge(tally.rule, attempt);
      if (violations === null) continue;
      const looks = tally.rule.on === 'attempt' ? tally.rule.looks?.(attempt) : undefined;
      tally.judged += looks ?? 1;
      if (violations.length === 0) continue;
      tally.violated += looks === undefined ? 1 : violations.length;
      const mayBeTransient = this.#isTransient(attempt);
      const isCertain = violations.some((violation) => !hasToShowAgain(violation, mayBeTransient));
      violated.push({ tally, rule: tally.rule, isCertain });
      if (isCertain) addCount(tally.families, drawn.testCase.family);
      for (const violation of violations) {
        const isTransient = hasToShowAgain(violation, mayBeTransient);
        note(tally, { violation, attempt, isTransient, drawn, ordinal });
      }
    }
    for (const { tally } of violated) for (const { rule } of violated) addCount(tally.together, rule.id);
    return violated;
  }
}

/** Tells which violations of an attempt have to reproduce to count, given whether its answers may be transient. */
export function hasToShowAgain(violation: Violation, mayBeTransient: boolean): boolean {
  return violation.hasToShowAgain === true || (mayBeTransient && violation.isConclusive !== true);
}

function collect(tally: RuleCounts, attempt: Attempt): void {
  const seen = answered(attempt);
  if (tally.rule.on !== 'sample' || seen === null || attempt.isUnset === true) return;
  tally.judged += tally.sample.collect(tally.rule, seen);
}

export function addCount(counts: Map<string, number>, name: string, count = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

type Sighting = Pick<Defect, 'attempt' | 'violation'>;

function note(
  tally: RuleCounts,
  seen: Omit<Defect, 'key' | 'place' | 'count' | 'families' | 'witnesses'>,
): void {
  const { violation, drawn, ordinal } = seen;
  const { family } = drawn.testCase;
  const of = { ...drawn, isTransient: seen.isTransient };
  const key = defectKey(tally.rule, violation, of);
  const known = tally.defects.get(key);
  if (known === undefined) {
    const place = defectPlace(tally.rule, violation, of);
    const witnesses = [{ drawn, ordinal }];
    const families = tally.dropped.get(key) ?? new Map<string, number>();
    addCount(families, family);
    const count = [...families.values()].reduce((sum, one) => sum + one, 0);
    tally.defects.set(key, { ...seen, ...kept(seen), key, place, count, families, witnesses });
    if (tally.defects.size > defectLimit) drop(tally, leastTelling(tally.defects));
    return;
  }
  known.count += 1;
  addCount(known.families, family);
  if (ordinal < known.ordinal) Object.assign(known, { ordinal, drawn, ...kept(seen) });
  if (seen.isTransient) addWitness(known.witnesses, { drawn, ordinal });
}

function drop({ defects, dropped }: RuleCounts, { key, families }: Defect): void {
  defects.delete(key);
  if (dropped.size < countedLimit) dropped.set(key, families);
}

/** The defect drawn last, if possible one whose place others show too. */
function leastTelling(defects: ReadonlyMap<string, Defect>): Defect {
  const latestFirst = [...defects.values()].sort((one, other) => other.ordinal - one.ordinal);
  const places = latestFirst.map(({ place }) => place);
  const shared = latestFirst.find(({ place }, index) => places.indexOf(place, index + 1) !== -1);
  const [last] = latestFirst;
  if (last === undefined) throw new TypeError('there are no defects');
  return shared ?? last;
}

/** The parts of a violation that are kept until the end of the run. */
function kept({ attempt, violation }: Sighting): Sighting {
  return { attempt: lightAttempt(attempt), violation: lightViolation(violation) };
}

/** Keeps the witnesses that were drawn first, whenever they finished. */
function addWitness(witnesses: Witness[], added: Witness): void {
  witnesses.push(added);
  witnesses.sort((one, other) => one.ordinal - other.ordinal);
  const ofFamily = witnesses.filter(({ drawn }) => drawn.family === added.drawn.family);
  const last = ofFamily.length > witnessLimit.ofFamily ? ofFamily.at(-1) : witnesses[witnessLimit.ofDefect];
  if (last !== undefined) witnesses.splice(witnesses.indexOf(last), 1);
}

type Seen = Pick<DrawnCase, 'testCase'> & { readonly isTransient: boolean };

/**
 * Distinguishes violations of one rule by place and family. What may be transient is not distinguished by family: how
 * often it occurs tells whether it is.
 */
export function defectKey(rule: Rule, violation: Violation, seen: Seen): string {
  const family = seen.isTransient ? '' : `|${seen.testCase.family}`;
  return `${defectPlace(rule, violation, seen)}${family}`;
}

/**
 * Distinguishes violations of one rule: by place, by breakage if the rule says that this matters, and by whether they
 * may be transient, so that a transient one does not represent a defect.
 */
function defectPlace(rule: Rule, violation: Violation, seen: Seen): string {
  const { breakage } = seen.testCase;
  const how = rule.perBreakage === true && breakage !== null ? `${breakage.kind}:${breakage.at}` : '';
  return `${placeOf(violation)}|${how}${seen.isTransient ? '|transient' : ''}`;
}

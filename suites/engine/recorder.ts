import type { Attempt, Rule, Violation } from '../../checks/rule.ts';
import type { DrawnCase } from './draw-cases.ts';
import { answered, judge, placeOf } from './judge.ts';
import { lightAttempt, lightViolation } from './light-attempt.ts';

/** Violations of one rule that count as one defect, with the first case in drawing order that shows it. */
export interface Defect {
  readonly key: string;
  count: number;
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
  readonly sample: string[];
}

/** Defects kept for a rule. A rule that fails everywhere needs no more examples than a person can read. */
const defectLimit = 12;
/** Cases kept for a defect that may be transient: of each family, and in total. */
const witnessLimit = { ofFamily: 3, ofDefect: 32 };
/** Values kept for a sample rule: enough for its statistics, with constant memory. */
const sampleLimit = 20_000;

/** Judges attempts by all rules of a suite, and keeps the results of each rule. */
export class Recorder {
  readonly tallies: readonly RuleCounts[];

  readonly #isTransient: (attempt: Attempt) => boolean;

  /** `isTransient` tells whether the answers of a violating attempt may be transient answers of a gateway. */
  constructor(rules: readonly Rule[], isTransient: (attempt: Attempt) => boolean = () => false) {
    this.#isTransient = isTransient;
    this.tallies = rules.map((rule) => ({ rule, judged: 0, violated: 0, defects: new Map(), sample: [] }));
  }

  /** `ordinal` is the case's place in drawing order, so that the first example does not depend on timing. */
  record(attempt: Attempt, drawn: DrawnCase, ordinal: number): void {
    for (const tally of this.tallies) {
      if (tally.rule.on === 'sample') {
        collect(tally, attempt);
        continue;
      }
      const violations = judge(tally.rule, attempt);
      if (violations === null) continue;
      tally.judged += 1;
      if (violations.length === 0) continue;
      tally.violated += 1;
      const mayBeTransient = this.#isTransient(attempt);
      for (const violation of violations) {
        const isTransient = hasToShowAgain(violation, mayBeTransient);
        note(tally, { violation, attempt, isTransient, drawn, ordinal });
      }
    }
  }
}

/** Tells which violations of an attempt have to reproduce to count, given whether its answers may be transient. */
export function hasToShowAgain({ isConclusive }: Violation, mayBeTransient: boolean): boolean {
  return mayBeTransient && isConclusive !== true;
}

function collect(tally: RuleCounts, attempt: Attempt): void {
  const seen = answered(attempt);
  if (
    tally.rule.on !== 'sample' ||
    seen === null ||
    attempt.isUnset === true ||
    tally.sample.length >= sampleLimit
  )
    return;
  const values = tally.rule.collect(seen);
  for (const value of values) tally.sample.push(value);
  tally.judged += values.length;
}

type Sighting = Pick<Defect, 'attempt' | 'violation'>;

function note(tally: RuleCounts, seen: Omit<Defect, 'key' | 'count' | 'witnesses'>): void {
  const { violation, drawn, ordinal } = seen;
  const key = defectKey(tally.rule, violation, { ...drawn, isTransient: seen.isTransient });
  const known = tally.defects.get(key);
  if (known === undefined) {
    const last = [...tally.defects.values()].sort((one, other) => one.ordinal - other.ordinal).at(-1);
    if (tally.defects.size >= defectLimit && last !== undefined) {
      if (last.ordinal < ordinal) return;
      tally.defects.delete(last.key);
    }
    tally.defects.set(key, { ...seen, ...kept(seen), key, count: 1, witnesses: [{ drawn, ordinal }] });
    return;
  }
  known.count += 1;
  if (ordinal < known.ordinal) Object.assign(known, { ordinal, drawn, ...kept(seen) });
  if (seen.isTransient) addWitness(known.witnesses, { drawn, ordinal });
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

/**
 * Distinguishes violations of one rule: by place, by breakage if the rule says that this matters, and by whether they
 * may be transient, so that a transient one does not represent a defect.
 */
export function defectKey(
  rule: Rule,
  violation: Violation,
  seen: Pick<DrawnCase, 'testCase'> & { readonly isTransient: boolean },
): string {
  const { breakage } = seen.testCase;
  const how = rule.perBreakage === true && breakage !== null ? `${breakage.kind}:${breakage.at}` : '';
  return `${placeOf(violation)}|${how}${seen.isTransient ? '|transient' : ''}`;
}

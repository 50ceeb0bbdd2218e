import type { Attempt, Rule, Violation } from '../../checks/rule.ts';
import type { DrawnCase } from './draw-cases.ts';
import { answered, judge, placeOf } from './judge.ts';

/** Violations of one rule that are taken for one defect, with the first case in drawing order that shows it. */
export interface Defect {
  readonly key: string;
  count: number;
  ordinal: number;
  drawn: DrawnCase;
  violation: Violation;
  attempt: Attempt;
}

/** What was seen of one rule. */
export interface Tally {
  readonly rule: Rule;
  judged: number;
  violated: number;
  readonly defects: Map<string, Defect>;
  readonly sample: string[];
}

/** Defects kept of a rule. A rule that fails everywhere needs no more examples than a person reads. */
const defectLimit = 12;
/** Values kept for a sample rule: enough for its statistics, flat in memory. */
const sampleLimit = 20_000;

/** Judges attempts by all rules of a suite, and keeps what each rule said. */
export class Recorder {
  readonly tallies: readonly Tally[];

  constructor(rules: readonly Rule[]) {
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
      if (violations.length > 0) tally.violated += 1;
      for (const violation of violations) note(tally, violation, attempt, drawn, ordinal);
    }
  }
}

function collect(tally: Tally, attempt: Attempt): void {
  const seen = answered(attempt);
  if (tally.rule.on !== 'sample' || seen === null || tally.sample.length >= sampleLimit) return;
  const values = tally.rule.collect(seen);
  tally.sample.push(...values);
  tally.judged += values.length;
}

function note(tally: Tally, violation: Violation, attempt: Attempt, drawn: DrawnCase, ordinal: number): void {
  const key = defectKey(tally.rule, violation, drawn);
  const known = tally.defects.get(key);
  if (known === undefined) {
    const last = [...tally.defects.values()].sort((one, other) => one.ordinal - other.ordinal).at(-1);
    if (tally.defects.size >= defectLimit && last !== undefined) {
      if (last.ordinal < ordinal) return;
      tally.defects.delete(last.key);
    }
    tally.defects.set(key, { key, count: 1, ordinal, drawn, violation, attempt });
    return;
  }
  known.count += 1;
  if (ordinal < known.ordinal) Object.assign(known, { ordinal, drawn, violation, attempt });
}

/** Tells violations of one rule apart: by place, and by breakage where the rule says that this matters. */
export function defectKey(rule: Rule, violation: Violation, drawn: Pick<DrawnCase, 'testCase'>): string {
  const { breakage } = drawn.testCase;
  const how = rule.perBreakage === true && breakage !== null ? `${breakage.kind}:${breakage.at}` : '';
  return `${placeOf(violation)}|${how}`;
}

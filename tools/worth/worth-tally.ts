import type { Answered, Attempt, Rule, Violation } from '../../checks/rule.ts';
import { createdId } from '../../driver/clients/creation.ts';
import type { Case } from '../../generators/case.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { CaseRun } from '../../suites/engine/run-case.ts';

/** How often a rule looked at the cases of a family, or at values in them, and how many it was violated by. */
export interface RuleCount {
  judged: number;
  violated: number;
}

/** What the cases of a family cost, and what the rules said of them. Plain JSON. */
export interface FamilyWorth {
  readonly suite: SuiteId;
  readonly family: string;
  cases: number;
  /** What is sent for these cases alone, with what removes their clients. */
  requests: number;
  /** How long each of these cases pauses between its steps. */
  pauseMs: number;
  readonly rules: Record<string, RuleCount>;
}

/** Watches the rules of a suite at their work, and counts by family. */
export class WorthTally {
  /** The rules to drive the suite with. */
  readonly rules: readonly Rule[];
  readonly #suite: SuiteId;
  readonly #worths = new Map<string, FamilyWorth>();

  constructor(suite: SuiteId, rules: readonly Rule[]) {
    this.#suite = suite;
    this.rules = rules.map((rule) => this.#watch(rule));
  }

  /** Counts a case that was sent. */
  add({ family, steps }: Case, { exchanges }: CaseRun): void {
    const worth = this.#worthOf(family);
    worth.cases += 1;
    worth.pauseMs = Math.max(
      worth.pauseMs,
      steps.reduce((sum, { waitMs = 0 }) => sum + waitMs, 0),
    );
    for (const { name, shared } of steps) {
      const exchange = exchanges.get(name);
      if (exchange !== undefined && shared === undefined)
        worth.requests += createdId(exchange) === null ? 1 : 2;
    }
  }

  /** What was counted, of the families of which a rule said anything. */
  worths(): readonly FamilyWorth[] {
    return [...this.#worths.values()];
  }

  #watch(rule: Rule): Rule {
    const judged =
      <Subject extends Attempt>(judge: (subject: Subject) => readonly Violation[]) =>
      (subject: Subject): readonly Violation[] => {
        const violations = judge(subject);
        this.#count(rule, subject, { judged: 1, violated: violations.length > 0 ? 1 : 0 });
        return violations;
      };
    switch (rule.on) {
      case 'answer':
        return { ...rule, judge: judged(rule.judge) };
      case 'attempt':
        return { ...rule, judge: judged(rule.judge) };
      case 'sample':
        return {
          ...rule,
          collect: (answered: Answered) => {
            const values = rule.collect(answered);
            this.#count(rule, answered, { judged: values.length, violated: 0 });
            return values;
          },
        };
    }
  }

  #count({ id }: Rule, { case: { family } }: Attempt, { judged, violated }: RuleCount): void {
    const { rules } = this.#worthOf(family);
    const count = (rules[id] ??= { judged: 0, violated: 0 });
    count.judged += judged;
    count.violated += violated;
  }

  #worthOf(family: string): FamilyWorth {
    const known = this.#worths.get(family);
    if (known !== undefined) return known;
    const fresh = { suite: this.#suite, family, cases: 0, requests: 0, pauseMs: 0, rules: {} };
    this.#worths.set(family, fresh);
    return fresh;
  }
}

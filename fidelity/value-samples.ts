import { catalogue } from '../checks/catalogue.ts';
import type { Attempt, SampleRule } from '../checks/rule.ts';
import { repeatedValue } from '../checks/make/value-problems.ts';
import { answered } from '../suites/engine/judge.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { ruleDifferences } from './difference.ts';
import type { Difference } from './difference.ts';

const samples = catalogue.filter((rule) => rule.on === 'sample');

/** Values that are always unique, whatever was requested. One token may serve several grants of a client. */
const unique = ['client.id.unique', 'client.secret.unique', 'code.value.unique'];

/** Enough for the statistics of the rules, with constant memory. */
const mostValues = 20_000;

/**
 * Judges all values of a kind that a target chose: no two registrations may share an id, no two logins a state, and so
 * on. This detects a target that always gives the same answer, however plausible.
 */
export class ValueSamples {
  readonly #rules: readonly SampleRule[];
  readonly #values = new Map<string, string[]>();

  constructor(suite: SuiteId) {
    this.#rules = [...samples.filter(({ id }) => suite === 'session' || unique.includes(id)), ...loginStates];
  }

  add(attempt: Attempt | null): void {
    const seen = attempt === null ? null : answered(attempt);
    if (seen === null) return;
    for (const { id, collect } of this.#rules) {
      const values = this.#values.get(id) ?? [];
      this.#values.set(id, values);
      if (values.length < mostValues) for (const value of collect(seen)) values.push(value);
    }
  }

  /** How many kinds of values were seen. */
  get size(): number {
    return [...this.#values.values()].filter(({ length }) => length > 0).length;
  }

  get violated(): readonly string[] {
    const isViolated = ({ id, judge }: SampleRule): boolean => {
      const values = this.#values.get(id) ?? [];
      return values.length > 0 && judge(values).length > 0;
    };
    return this.#rules.filter(isViolated).map(({ id }) => id);
  }
}

/** Logins outside of sessions get a state, too. */
const loginStates = samples
  .filter(({ id }) => id === 'login.state.unguessable')
  .map((rule): SampleRule => ({
    ...rule,
    id: 'login.state.fresh',
    judge: (values) => {
      const problem = repeatedValue(values);
      return problem === null ? [] : [{ at: 'login-state', expected: 'no state twice', actual: problem }];
    },
  }));

/** The differences between two targets over all values that they chose. */
export function sampleDifferences(a: ValueSamples, b: ValueSamples): readonly Difference[] {
  return ruleDifferences({
    byA: a.violated.filter((rule) => !b.violated.includes(rule)),
    byB: b.violated.filter((rule) => !a.violated.includes(rule)),
  });
}

import type * as fc from 'fast-check';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Aspect, Expectation, Step } from '../case.ts';
import type { Family } from '../family.ts';

export interface ValidFacts {
  readonly operation: OperationId;
  /** What follows `valid.` in the family's name. */
  readonly name: string;
  /** `accept`, unless a server may do otherwise. */
  readonly expectation?: Expectation;
  readonly aspect?: Aspect;
  /** No limit by default. */
  readonly enough?: number;
  readonly steps: fc.Arbitrary<readonly Step[]>;
}

/** A family of cases whose main request is not broken. */
export function validFamily(facts: ValidFacts): Family {
  const { operation, expectation = 'accept', aspect = 'input', enough = Infinity } = facts;
  const family = `valid.${facts.name}`;
  return {
    name: family,
    polarity: 'valid',
    enough,
    cases: facts.steps.map((steps) => ({ operation, family, aspect, expectation, breakage: null, steps })),
  };
}

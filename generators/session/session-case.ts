import type * as fc from 'fast-check';
import type { Aspect, Case, Expectation, Step } from '../case.ts';
import type { Family } from '../family.ts';
import type { StepName } from '../step-name.ts';
import type { SessionFamilyName } from './family-name.ts';

/** The step as the main one of its case. */
export function asMain(step: Step): Step {
  return { ...step, name: 'main', role: 'main' };
}

/** The step under another name, as part of the set-up: a value it was to capture and did not ends the case. */
export function asSetup(step: Step, name: StepName): Step {
  return { ...step, name, role: 'setup' };
}

/** The step under another name, as a look at what the main request did. Left out where its slots are missing. */
export function asProbe(step: Step, name: StepName): Step {
  return { ...step, name, role: 'probe' };
}

/** The step without what it captures, so that it does not overwrite what an earlier one gave. */
export function capturingNothing(step: Step): Step {
  return { ...step, captures: [] };
}

/** Steps that are sent at the same instant. */
export function atOnce(key: string, steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({ ...step, together: key }));
}

/** What the cases of a session family have in common, and the steps that each value makes. */
export interface SessionPlan<Value> {
  /** Dotted lower case, unique among the sessions: rules find their cases by it. */
  readonly name: SessionFamilyName;
  readonly expectation: Expectation;
  /** What the main request varies; `grant` where nothing is said. */
  readonly aspect?: Aspect;
  /** Where the main request is broken; absent for a main request that is valid. */
  readonly brokenAt?: string;
  readonly values: fc.Arbitrary<Value>;
  readonly steps: (value: Value) => readonly Step[];
  readonly enough?: number;
  readonly weight?: number;
  readonly isAlone?: boolean;
}

/** Sessions are long, and their intention lies in the order of the steps more than in values. */
const usualEnough = 8;

/** A family of sessions. Its operation is that of its main step. Throws where that step asks the gateway. */
export function sessionFamily<Value>(plan: SessionPlan<Value>): Family {
  return {
    name: plan.name,
    polarity: plan.brokenAt === undefined ? 'valid' : 'broken',
    cases: plan.values.map((value) => sessionCase(plan, plan.steps(value))),
    enough: plan.enough ?? usualEnough,
    ...(plan.weight === undefined ? {} : { weight: plan.weight }),
    isAlone: plan.isAlone === true,
  };
}

function sessionCase<Value>(plan: SessionPlan<Value>, steps: readonly Step[]): Case {
  const { name, expectation, aspect = 'grant', brokenAt } = plan;
  const main = steps.find((step) => step.role === 'main');
  if (main === undefined || main.operation === 'gateway')
    throw new TypeError(`session ${name} has no main step on an operation`);
  return {
    operation: main.operation,
    family: name,
    aspect,
    expectation,
    breakage: brokenAt === undefined ? null : { kind: name, at: brokenAt },
    steps,
  };
}

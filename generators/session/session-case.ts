import type * as fc from 'fast-check';
import type { Aspect, Case, Expectation, Step } from '../case.ts';
import type { Family } from '../family.ts';
import type { StepName } from '../step-name.ts';
import type { SessionFamilyName } from './family-name.ts';

/** Turns a step into the main one of its case. */
export function asMain(step: Step): Step {
  return { ...step, name: 'main', role: 'main' };
}

/** Turns a step into a setup step under another name. If it fails to capture a value, the case ends. */
export function asSetup(step: Step, name: StepName): Step {
  return { ...step, name, role: 'setup' };
}

/**
 * Turns a step into a probe under another name, which checks what the main request did. Skipped if its slots have no
 * value.
 */
export function asProbe(step: Step, name: StepName): Step {
  return { ...step, name, role: 'probe' };
}

/** Removes the captures of a step, so that it does not overwrite the values of an earlier one. */
export function capturingNothing(step: Step): Step {
  return { ...step, captures: [] };
}

/** Makes steps run at the same instant. */
export function atOnce(key: string, steps: readonly Step[]): readonly Step[] {
  return steps.map((step) => ({ ...step, together: key }));
}

/** What the cases of a session family share, and the steps for each value. */
export interface SessionPlan<Value> {
  /** Dotted lower case, unique among the sessions: rules find their cases by it. */
  readonly name: SessionFamilyName;
  readonly expectation: Expectation;
  /** What the main request varies; `grant` by default. */
  readonly aspect?: Aspect;
  /** Where the main request is broken; absent if it is valid. */
  readonly brokenAt?: string;
  readonly values: fc.Arbitrary<Value>;
  readonly steps: (value: Value) => readonly Step[];
  readonly enough?: number;
  readonly weight?: number;
  readonly isAlone?: boolean;
  readonly isHangProne?: boolean;
  readonly isExhaustive?: boolean;
  readonly isPatient?: boolean;
  readonly isCrashProne?: boolean;
}

/** Sessions are long, and test the order of steps more than values. */
const usualEnough = 8;

/** A family of sessions. Its operation is that of the main step. Throws if that step calls the gateway. */
export function sessionFamily<Value>(plan: SessionPlan<Value>): Family {
  return {
    name: plan.name,
    polarity: plan.brokenAt === undefined ? 'valid' : 'broken',
    cases: plan.values.map((value) => sessionCase(plan, plan.steps(value))),
    enough: plan.enough ?? usualEnough,
    ...(plan.weight === undefined ? {} : { weight: plan.weight }),
    isAlone: plan.isAlone === true,
    ...(plan.isHangProne === true ? { isHangProne: true } : {}),
    ...(plan.isExhaustive === true ? { isExhaustive: true } : {}),
    ...(plan.isPatient === true ? { isPatient: true } : {}),
    ...(plan.isCrashProne === true ? { isCrashProne: true } : {}),
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

import type { Case, Step } from '../../generators/case.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Attempt } from '../rule.ts';
import { requestBodyOf } from './request-body.ts';
import { writtenClient } from './client-members.ts';

/**
 * The client that the `register` step made, as every later answer on it has to show it: what was written, with the
 * id and the secret that the target chose. Null where the case has none, or where `step` is about another client.
 */
export function knownClient({ case: testCase, slots }: Attempt, step: Step | undefined): JsonObject | null {
  if (step === undefined || !namesClient(step, 'client.id')) return null;
  const register = stepNamed(testCase, 'register');
  const written = register === undefined ? null : writtenClient(requestBodyOf(register));
  const id = slots.get('client.id');
  const secret = slots.get('client.secret');
  if (written === null || id === undefined) return null;
  return { client_id: id, ...(secret === undefined ? {} : { client_secret: secret }), ...written };
}

/** The step of a case with this name. */
export function stepNamed(testCase: Case, name: string): Step | undefined {
  return testCase.steps.find((step) => step.name === name);
}

/** Tells whether a step's path ends with just the id that is held in a slot. */
export function namesClient(step: Step, slot: string): boolean {
  const last = step.request.path.at(-1);
  return typeof last === 'object' && 'slot' in last && last.slot === slot && last.change === undefined;
}

import type { Step } from '../../generators/case.ts';
import { arrayOrEmpty } from '../../spec/json-object.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Attempt } from '../rule.ts';
import { stepNamed } from '../read/known-client.ts';
import { requestBodyOf } from '../read/request-body.ts';

/** The JSON object that a step of the case sends, or an empty one. */
export function sentJson({ case: testCase }: Attempt, step: string): JsonObject {
  const found = stepNamed(testCase, step);
  return (found === undefined ? null : requestBodyOf(found)) ?? {};
}

/** The texts of an array member that a step sends. */
export function sentTexts(attempt: Attempt, step: string, member: string): readonly string[] {
  return textsOf(sentJson(attempt, step)[member]);
}

/** The texts in a JSON array. */
export function textsOf(value: unknown): readonly string[] {
  return arrayOrEmpty(value).filter((item) => typeof item === 'string');
}

/** The literal values of a form parameter that a step of the case sends, in order. Slots are left out. */
export function sentFormValues(step: Step | undefined, name: string): readonly string[] {
  const body = step?.request.body;
  if (body?.type !== 'form') return [];
  return body.pairs.flatMap(([key, value]) => (key === name && typeof value === 'string' ? [value] : []));
}

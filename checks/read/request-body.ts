import { mainStep, type Case, type Step } from '../../generators/case.ts';
import { isJsonObject, type JsonObject } from '../../spec/json-object.ts';

/** The JSON object that a step sends, or null where it sends something else. */
export function requestBodyOf(step: Step): JsonObject | null {
  const { body } = step.request;
  return body?.type === 'json' && isJsonObject(body.value) ? body.value : null;
}

/** The JSON object that the main step sends, or null where it sends something else. */
export function mainRequestBody(testCase: Case): JsonObject | null {
  return requestBodyOf(mainStep(testCase));
}

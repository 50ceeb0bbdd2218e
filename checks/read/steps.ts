import type { HttpResponse } from '../../driver/exchange.ts';
import type { Case, Step } from '../../generators/case.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty } from '../../spec/json-object.ts';
import { rememberLast } from '../../spec/remember-last.ts';
import type { Attempt, Violation } from '../rule.ts';
import { isThrottled } from './answer-kind.ts';
import { clientDifferences, writtenClient } from './client.ts';
import { headerValues } from './headers.ts';
import { jsonObjectOf } from './json.ts';
import { fragmentParameters, splitUri } from './redirect.ts';
import { requestBodyOf } from './request.ts';

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
export function stepNamed(testCase: Case, name: StepName): Step | undefined {
  return testCase.steps.find((step) => step.name === name);
}

/** Tells whether a step's path ends with just the id that is held in a slot. */
export function namesClient(step: Step, slot: string): boolean {
  const last = step.request.path.at(-1);
  return typeof last === 'object' && 'slot' in last && last.slot === slot && last.change === undefined;
}

/**
 * The answer of a step where it tells what the target made of the request: null where the step was not sent or not
 * answered, and for errors of the server and limits of the rate, which rules of their own are about.
 */
export function settledAnswer({ exchanges }: Attempt, step: StepName): HttpResponse | null {
  const response = exchanges.get(step)?.response ?? null;
  if (response === null || response.status >= 500 || isThrottled(response)) return null;
  return response;
}

/** Tells whether a step was answered with a 2xx or 3xx. */
export function succeeded(attempt: Attempt, step: StepName): boolean {
  const answer = settledAnswer(attempt, step);
  return answer !== null && answer.status < 400;
}

/** Tells whether a step was answered with a 4xx. */
export function wasRefused(attempt: Attempt, step: StepName): boolean {
  const answer = settledAnswer(attempt, step);
  return answer !== null && answer.status >= 400;
}

/** Tells whether the gateway took a token in this step: else nothing can be said of Bearer tokens at this target. */
export function takesBearer(attempt: Attempt, step: StepName): boolean {
  const answer = settledAnswer(attempt, step);
  return answer !== null && answer.status >= 200 && answer.status < 300;
}

/** The JSON object that a step of the case sends, or an empty one. */
export function sentJson({ case: testCase }: Attempt, step: StepName): JsonObject {
  const found = stepNamed(testCase, step);
  return (found === undefined ? null : requestBodyOf(found)) ?? {};
}

/** The texts of an array member that a step sends. */
export function sentTexts(attempt: Attempt, step: StepName, member: string): readonly string[] {
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

/** Where an answer sends a user agent. */
export interface RedirectAnswer {
  readonly location: string;
  readonly base: string;
  readonly query: URLSearchParams;
  readonly fragment: URLSearchParams;
}

/** The redirect that a step was answered with, or null where it was answered otherwise. */
export function redirectAnswer(attempt: Attempt, step: StepName = 'main'): RedirectAnswer | null {
  const answer = settledAnswer(attempt, step);
  if (answer === null || answer.status < 300 || answer.status >= 400) return null;
  const [location] = headerValues(answer, 'location');
  return location === undefined ? null : takenApart(location);
}

/** Several rules look at the same Location. */
const takenApart = rememberLast((location): RedirectAnswer => {
  const { base, query, fragment } = splitUri(location);
  return { location, base, query: new URLSearchParams(query), fragment: fragmentParameters(fragment) };
});

/** What a redirect hands over that lets its receiver in: names of parameters, in query or fragment. */
export function grantedParameters({ query, fragment }: RedirectAnswer): readonly string[] {
  return ['code', 'access_token', 'refresh_token', 'id_token'].filter(
    (name) => hasValue(query, name) || hasValue(fragment, name),
  );
}

function hasValue(parameters: URLSearchParams, name: string): boolean {
  return (parameters.get(name) ?? '') !== '';
}

/**
 * Tells whether a redirect goes to a URI: to the URI as written, with or without more in the query, with or without
 * a slash before it.
 */
export function goesTo({ location }: RedirectAnswer, uri: string): boolean {
  if (location === uri) return true;
  const separator = uri.includes('?') ? ['&', '#'] : ['?', '#', '/?', '/#'];
  return separator.some((mark) => location.startsWith(`${uri}${mark}`));
}

/** The host that a user agent contacts for a URI, or null where it would contact none. */
export function hostOf(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).host : null;
}

/**
 * The answer of a probe, where it tells something of the client: 200, or that there is none (404, 410). A probe that
 * was not sent, not answered or answered otherwise says nothing of what the main request did.
 */
export function tellingProbe({ exchanges }: Attempt, name: StepName): HttpResponse | null {
  const response = exchanges.get(name)?.response ?? null;
  if (response === null) return null;
  return response.status === 200 || isGone(response) ? response : null;
}

/** Tells whether an answer says that there is no such client. */
export function isGone({ status }: HttpResponse): boolean {
  return status === 404 || status === 410;
}

/** Where the client that a probe read differs from `expected`. */
export function storedDifferences(expected: JsonObject, probe: HttpResponse): readonly Violation[] {
  if (isGone(probe))
    return [{ at: 'status', expected: '200 on reading it back', actual: String(probe.status) }];
  const stored = jsonObjectOf(probe);
  if (stored === null)
    return [{ at: '', expected: 'the client on reading it back', actual: 'no JSON object' }];
  return clientDifferences(expected, stored);
}

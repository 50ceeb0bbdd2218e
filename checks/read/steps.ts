import type { HttpResponse } from '../../driver/exchange.ts';
import type { Case, Step } from '../../generators/case.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { arrayOrEmpty } from '../../spec/json-object.ts';
import { rememberLast } from '../../spec/remember.ts';
import type { Attempt, Violation } from '../rule.ts';
import { isThrottled } from './answer-kind.ts';
import { clientDifferences, writtenClient } from './client.ts';
import { headerValues } from './headers.ts';
import { jsonObjectOf } from './json.ts';
import { fragmentParameters, parseRedirect, splitUri } from './redirect.ts';
import { requestBodyOf } from './request.ts';
import { accessParameters, refusesByRedirect } from './told.ts';

/**
 * The client that the `register` step made, as every later answer must show it: what was written, plus the id and the
 * secret that the target chose. Null if the case has none, or if `step` is about another client.
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

export function stepNamed(testCase: Case, name: StepName): Step | undefined {
  return testCase.steps.find((step) => step.name === name);
}

/** Tells whether a step's path ends with exactly the id held in a slot. */
export function namesClient(step: Step, slot: string): boolean {
  const last = step.request.path.at(-1);
  return typeof last === 'object' && 'slot' in last && last.slot === slot && last.change === undefined;
}

/**
 * The answer of a step if it shows what the target made of the request. Null if the step was not sent or not answered,
 * and for server errors and rate limiting, which have their own rules.
 */
export function settledAnswer({ exchanges }: Attempt, step: StepName): HttpResponse | null {
  const response = exchanges.get(step)?.response ?? null;
  if (response === null || response.status >= 500 || isThrottled(response)) return null;
  return response;
}

/** Tells whether a step was answered with a 2xx, or with a 3xx that tells no error. */
export function succeeded(attempt: Attempt, step: StepName): boolean {
  return settledAnswer(attempt, step) !== null && !wasRefused(attempt, step);
}

/** Tells whether a step was answered with a 4xx, or with an error that is told by redirect. */
export function wasRefused(attempt: Attempt, step: StepName): boolean {
  const answer = settledAnswer(attempt, step);
  const exchange = attempt.exchanges.get(step);
  return answer !== null && exchange !== undefined && (answer.status >= 400 || refusesByRedirect(exchange));
}

/**
 * Tells whether the gateway accepted a token in this step. Otherwise nothing can be said about Bearer tokens on this
 * target.
 */
export function takesBearer(attempt: Attempt, step: StepName): boolean {
  const answer = settledAnswer(attempt, step);
  return answer !== null && answer.status >= 200 && answer.status < 300;
}

/** The JSON object that a step of the case sends, or an empty object. */
export function sentJson({ case: testCase }: Attempt, step: StepName): JsonObject {
  const found = stepNamed(testCase, step);
  return (found === undefined ? null : requestBodyOf(found)) ?? {};
}

/** The strings in an array member that a step sends. */
export function sentTexts(attempt: Attempt, step: StepName, member: string): readonly string[] {
  return textsOf(sentJson(attempt, step)[member]);
}

/** The strings in a JSON array. */
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

/**
 * The redirect that a step returned, or null if its answer was not a redirect. The parameters that the redirect URI had
 * when it was sent are not in its query: they are not the target's, whatever their names.
 */
export function redirectAnswer(attempt: Attempt, step: StepName = 'main'): RedirectAnswer | null {
  const answer = settledAnswer(attempt, step);
  if (answer === null || answer.status < 300 || answer.status >= 400) return null;
  const [location] = headerValues(answer, 'location');
  if (location === undefined) return null;
  const [sent = ''] = sentFormValues(stepNamed(attempt.case, step), 'redirect_uri');
  const taken = takenApart(location);
  if (!sent.includes('?')) return taken;
  const added = parseRedirect(location, sent).added.map(([name, value]): [string, string] => [name, value]);
  return { ...taken, query: new URLSearchParams(added) };
}

/** Remembered, because several rules read the same Location. */
const takenApart = rememberLast((location): RedirectAnswer => {
  const { base, query, fragment } = splitUri(location);
  return { location, base, query: new URLSearchParams(query), fragment: fragmentParameters(fragment) };
});

/** The names of parameters, in query or fragment, with which a redirect gives its receiver access. */
export function grantedParameters({ query, fragment }: RedirectAnswer): readonly string[] {
  return accessParameters.filter((name) => hasValue(query, name) || hasValue(fragment, name));
}

function hasValue(parameters: URLSearchParams, name: string): boolean {
  return (parameters.get(name) ?? '') !== '';
}

/**
 * Tells whether a redirect goes to a URI as written, with or without additions to the query, and with or without a
 * slash before the query.
 */
export function goesTo({ location }: Pick<RedirectAnswer, 'location'>, uri: string): boolean {
  if (location === uri) return true;
  const separator = uri.includes('?') ? ['&', '#'] : ['?', '#', '/?', '/#'];
  return separator.some((mark) => location.startsWith(`${uri}${mark}`));
}

/** The host that a user agent contacts for a URI, or null if it would contact none. */
export function hostOf(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).host : null;
}

/**
 * The answer of a probe if it says something about the client: 200, or that it does not exist (404, 410). A probe that
 * was not sent, not answered or answered otherwise says nothing about what the main request did.
 */
export function tellingProbe({ exchanges }: Attempt, name: StepName): HttpResponse | null {
  const response = exchanges.get(name)?.response ?? null;
  if (response === null) return null;
  return response.status === 200 || isGone(response) ? response : null;
}

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

import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import type { Case, Step } from '../../generators/case.ts';
import { mainStep } from '../../generators/case.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import { rememberEach, rememberLast } from '../../spec/remember.ts';

/** The JSON object that a step sends, or null if it sends something else. */
export function requestBodyOf(step: Step): JsonObject | null {
  const { body } = step.request;
  return body?.type === 'json' && isJsonObject(body.value) ? body.value : null;
}

/** The JSON object that the main step sends, or null if it sends something else. */
export function mainRequestBody(testCase: Case): JsonObject | null {
  return requestBodyOf(mainStep(testCase));
}

const decoder = new TextDecoder();

/** All text of a request, both as sent and decoded, to recognise what an answer merely quotes. */
export function requestText({ path, headers, body }: WireRequest): string {
  const content = body === null ? '' : decoder.decode(body);
  const parts = [path, ...headers.map(([, value]) => value), content];
  return [...parts, ...parts.map(decodePercent), content.replaceAll(/\\(["\\/])/g, '$1')].join('\n');
}

function decodePercent(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-f]{2})+/gi, (octets) => {
    try {
      return decodeURIComponent(octets);
    } catch {
      return octets;
    }
  });
}

const utf8 = new TextDecoder();

/** All values of a parameter in the form that was sent, decoded, in order. */
export function formValues({ request }: Exchange, name: string): readonly string[] {
  return request.body === null ? [] : formOf(request.body).getAll(name);
}

/** Remembered, because rules ask for several parameters of one form. */
const formOf = rememberEach((body: Uint8Array) => new URLSearchParams(utf8.decode(body)));

/** The value of a parameter in the form that was sent, or null if it was not sent exactly once. */
export function formValue(exchange: Exchange, name: string): string | null {
  const [value, ...others] = formValues(exchange, name);
  return value === undefined || others.length > 0 ? null : value;
}

/** Common servers refuse longer request targets (Apache: over 8190 octets, others: over 2048). */
const longTarget = 2000;

/**
 * Empty and dot segments, encoded slashes and backslashes, and control characters: routers and proxies resolve or
 * refuse them before an operation sees them.
 */
const oddSegment = /\/\/|\/$|\/(?:\.|%2e){1,2}(?:\/|$)|%(?:2f|5c|[01][0-9a-f]|7f)|[\\]/i;

/** Tells whether a gateway may respond to the form of the request target alone, whatever resource it names. */
export function hasOddPath({ path }: WireRequest): boolean {
  return isOdd(path);
}

/** Remembered, because many rules ask about the same path. */
const isOdd = rememberLast((path) => {
  if (path.length > longTarget) return true;
  const query = path.indexOf('?');
  return oddSegment.test(query === -1 ? path : path.slice(0, query));
});

import { quoteWhole, shownCharacters } from '../../spec/quotation.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Answered, Violation } from '../rule.ts';
import { jsonText } from './json.ts';
import { mainRequestBody } from './request.ts';
import { show } from './show.ts';

/** The members of a client that its owner writes, and that every answer about the client repeats. */
export const writtenMembers = [
  'client_name',
  'client_description',
  'redirect_uris',
  'default_scopes',
] as const;

/** Text that a conformant server may be unable to store: NUL, and unpaired surrogates. */
const unkeepable = /\u0000|\p{Surrogate}/u;

/**
 * The members of a client that a request writes and that an answer must match: those of the right type, with text that
 * every server can store. Contract and project leave the rest to the server.
 */
export function writtenClient(body: JsonObject | null): JsonObject | null {
  if (body === null) return null;
  const entries = writtenMembers
    .map((name) => [name, body[name]] as const)
    .filter(([, value]) => (typeof value === 'string' ? isKept(value) : isKeptList(value)));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/**
 * Where `actual` differs from `expected`, over the members of `expected`. Arrays are compared in order, and text by
 * code unit without normalisation.
 */
export function clientDifferences(expected: JsonObject, actual: JsonObject): readonly Violation[] {
  return differentMembers(expected, actual).map((name) => ({
    at: `/${name}`,
    ...showDifference(expected[name], actual[name]),
  }));
}

/** The names of the members that differ. Cheaper than `clientDifferences`, which also formats the values. */
export function differentMembers(expected: JsonObject, actual: JsonObject): readonly string[] {
  return Object.keys(expected).filter((name) => {
    const value = expected[name];
    const found = actual[name];
    if (value === found) return false;
    // Different strings always have different JSON, and may be long.
    const areTexts = typeof value === 'string' && typeof found === 'string';
    return areTexts || jsonText(value) !== jsonText(found);
  });
}

/**
 * The members of `expected` that an answer has shown as expected. If the target already answered with another value
 * when it received a member, that violates another rule, and later answers are not judged on that member. A target that
 * showed no written member makes up its answers, so its id and secret mean nothing either.
 */
export function confirmedMembers(expected: JsonObject, answer: JsonObject | null): JsonObject {
  const wrong = new Set(differentMembers(expected, answer ?? {}));
  const confirmed = Object.entries(expected).filter(([name]) => !wrong.has(name));
  const isInvented = !confirmed.some(([name]) => isWritten(name)) && Object.keys(expected).some(isWritten);
  return isInvented ? {} : Object.fromEntries(confirmed);
}

function isWritten(name: string): boolean {
  return writtenMembers.some((written) => written === name);
}

function showDifference(expected: unknown, actual: unknown): Pick<Violation, 'expected' | 'actual'> {
  const [left, right] = [jsonText(expected) ?? '', jsonText(actual) ?? ''];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const isShown =
    start < shownCharacters || left.length <= shownCharacters || right.length <= shownCharacters;
  if (isShown) return { expected: show(expected), actual: show(actual) };
  return { expected: `… ${quoteWhole(left, start)}`, actual: `… ${quoteWhole(right, start)}` };
}

function isKept(text: string): boolean {
  return !unkeepable.test(text);
}

function isKeptList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && isKept(item));
}

/**
 * What an accepted request wrote to a client. Null if the target cannot be held to it: the request was not accepted, or
 * the contract neither makes it valid nor leaves it to the server.
 */
export function acceptedClient({ case: testCase, response }: Answered): JsonObject | null {
  if (response.status !== 200) return null;
  if (testCase.expectation !== 'accept' && testCase.expectation !== 'either') return null;
  return writtenClient(mainRequestBody(testCase));
}

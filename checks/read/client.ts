import { quoteWhole, shownCharacters } from '../../spec/quotation.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Answered, Violation } from '../rule.ts';
import { jsonText } from './json.ts';
import { mainRequestBody } from './request.ts';
import { show } from './show.ts';

/** The members of a client that its owner writes, and that every answer on it repeats. */
export const writtenMembers = [
  'client_name',
  'client_description',
  'redirect_uris',
  'default_scopes',
] as const;

/** Text that a lawful server may be unable to keep: NUL, and half of a surrogate pair. */
const unkeepable = /\u0000|\p{Surrogate}/u;

/**
 * The members of a client that a request writes and an answer can be held to: those of the right type, in text that
 * every server can keep. Contract and project leave the rest to the server.
 */
export function writtenClient(body: JsonObject | null): JsonObject | null {
  if (body === null) return null;
  const entries = writtenMembers
    .map((name) => [name, body[name]] as const)
    .filter(([, value]) => (typeof value === 'string' ? isKept(value) : isKeptList(value)));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/**
 * Where `actual` differs from `expected`, over the members of `expected`. Arrays are compared in order and text
 * code unit by code unit: nothing is normalised.
 */
export function clientDifferences(expected: JsonObject, actual: JsonObject): readonly Violation[] {
  return differentMembers(expected, actual).map((name) => ({
    at: `/${name}`,
    ...showDifference(expected[name], actual[name]),
  }));
}

/** The names of those members. To know them costs less than to show them. */
export function differentMembers(expected: JsonObject, actual: JsonObject): readonly string[] {
  return Object.keys(expected).filter((name) => {
    const value = expected[name];
    const found = actual[name];
    if (value === found) return false;
    // Different texts have different JSON, and may be long.
    const areTexts = typeof value === 'string' && typeof found === 'string';
    return areTexts || jsonText(value) !== jsonText(found);
  });
}

/**
 * The members of `expected` that an answer on it has shown as expected. A target that already answered otherwise when
 * it was told of them violates a rule on that, and nothing later can be held against what it does. One that showed
 * nothing as written makes its answers up: neither do the id and the secret that it chose mean anything then.
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
 * What an accepted request wrote of a client, or null where there is nothing to hold the target to: a request that
 * was not accepted, or one that the contract neither makes valid nor leaves to the server.
 */
export function acceptedClient({ case: testCase, response }: Answered): JsonObject | null {
  if (response.status !== 200) return null;
  if (testCase.expectation !== 'accept' && testCase.expectation !== 'either') return null;
  return writtenClient(mainRequestBody(testCase));
}

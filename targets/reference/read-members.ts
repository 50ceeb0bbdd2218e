import type { JsonObject } from './answer.ts';
import type { Behaviour } from './behaviour.ts';
import type { Call } from './call.ts';
import type { JsonBody } from './read-json.ts';
import { readJson } from './read-json.ts';
import { Refusal } from './refusal.ts';
import type { ClientInput } from './store.ts';

/** The refusal of a member for its value, with the member named in the details as the contract has it. */
export function invalidMember(name: string, problem: string): Refusal {
  return new Refusal(400, 'VALIDATION_ERROR', problem, {}, { [name]: problem });
}

/** The range of an integer. */
export interface IntegerRange {
  readonly minimum: bigint;
  readonly maximum: bigint;
}

/** An optional member that must be an integer in a range, if it is there. Exact beyond 2^53 too. */
export function readInteger(body: JsonBody, name: string, range: IntegerRange): bigint | undefined {
  if (!Object.hasOwn(body.members, name)) return undefined;
  const value = body.members[name];
  if (typeof value === 'number' && Number.isInteger(value)) {
    const integer = Number.isSafeInteger(value) ? BigInt(value) : exactInteger(body.text, name, value);
    if (integer >= range.minimum && integer <= range.maximum) return integer;
  }
  throw invalidMember(name, `Not an integer of ${range.minimum.toString()} to ${range.maximum.toString()}.`);
}

/** The digits of a number as the JSON text has them, since the parsed double has lost some. */
function exactInteger(text: string, name: string, rounded: number): bigint {
  const literals = [...text.matchAll(new RegExp(`"${name}"\\s*:\\s*(-?\\d+)(?![\\d.eE])`, 'g'))];
  // With a fraction or an exponent, or under an escaped name, the double is the best there is.
  return BigInt(literals.at(-1)?.[1] ?? rounded);
}

/** A required member that must be text. */
export function readText(members: JsonObject, name: string): string {
  const value = readMember(members, name);
  if (typeof value === 'string') return value;
  throw invalidMember(name, 'Not a string.');
}

/** A required member that must be text within the limit of its name. */
export function readLimitedText(
  members: JsonObject,
  name: keyof Behaviour['maxLength'],
  behaviour: Behaviour,
): string {
  const text = readText(members, name);
  const limit = behaviour.maxLength[name];
  if (behaviour.textLength(text) <= limit) return text;
  throw invalidMember(name, `Longer than ${limit} characters.`);
}

/** A required member that must be an array of text. */
export function readTexts(members: JsonObject, name: string): readonly string[] {
  const value = readMember(members, name);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw invalidMember(name, 'Not an array of strings.');
}

/** An optional member that must be text, if it is there. */
export function readOptionalText(members: JsonObject, name: string): string | undefined {
  return Object.hasOwn(members, name) ? readText(members, name) : undefined;
}

/** An optional member that must be one of a few words, if it is there. */
export function readOptionalChoice<Word extends string>(
  members: JsonObject,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = readOptionalText(members, name);
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  throw invalidMember(name, `None of ${words.join()}.`);
}

function readMember(members: JsonObject, name: string): unknown {
  if (Object.hasOwn(members, name)) return members[name];
  throw new Refusal(400, 'MISSING_ATTRIBUTE', `The member ${name} is missing.`);
}

/** The body of a registration or an update. Members that the contract does not know are ignored. */
export function readClientInput(call: Call, behaviour: Behaviour): ClientInput {
  const { members } = readJson(call);
  const input = {
    client_name: readLimitedText(members, 'client_name', behaviour),
    client_description: readLimitedText(members, 'client_description', behaviour),
    redirect_uris: readTexts(members, 'redirect_uris'),
    default_scopes: readTexts(members, 'default_scopes'),
  };
  if (!input.redirect_uris.every((uri) => behaviour.acceptsRedirectUri(uri))) {
    throw new Refusal(
      400,
      'INVALID_ARGUMENT',
      'A redirect URI is not an absolute URI, or it has a fragment.',
    );
  }
  return behaviour.recordInput(input);
}

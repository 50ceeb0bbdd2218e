import type { JsonObject } from '../../spec/json-object.ts';
import type { ReferenceBehaviour } from './behaviour.ts';
import { invalidMember, Refusal } from './refusal.ts';

/** A required member that must be text. */
export function readText(members: JsonObject, name: string): string {
  const value = readMember(members, name);
  if (typeof value === 'string') return value;
  throw invalidMember(name, 'Not a string.');
}

/** A required member that must be text within the length limit for its name. */
export function readLimitedText(
  members: JsonObject,
  name: keyof ReferenceBehaviour['maxLength'],
  behaviour: ReferenceBehaviour,
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

/** An optional member that must be text if present. */
export function readOptionalText(members: JsonObject, name: string): string | undefined {
  return Object.hasOwn(members, name) ? readText(members, name) : undefined;
}

/** An optional member that must be one of the given words if present. */
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

import type { Exchange } from '../driver/exchange.ts';
import { isJsonObject, type JsonObject } from '../spec/json-object.ts';

/** The members that a step of a case sent and received. */
interface StepMembers {
  readonly step: string;
  readonly sent: JsonObject;
  readonly answered: JsonObject;
}

const utf8 = new TextDecoder();

/** Members whose values are lists of words, in any notation. */
const wordMembers: readonly string[] = ['scope', 'scopes', 'default_scopes'];

/**
 * What was sent and received in a case so far, by the names of members and parameters. So a value can be described by
 * its origin, which two targets share, and not by its content.
 */
export class KnownValues {
  readonly #steps: StepMembers[] = [];

  /** The origin of a member's value, in words; null if it was not seen before. */
  originOf(name: string, value: unknown): string | null {
    const text = textOf(name, value);
    for (const [index, { step, sent, answered }] of this.#steps.toReversed().entries()) {
      if (holds(sent, name, text)) return index === 0 ? 'as sent' : `as sent by ${step}`;
      if (index > 0 && holds(answered, name, text)) return `as answered to ${step}`;
    }
    return null;
  }

  /** Whether the last added step sent a member of this name. */
  wasSent(name: string): boolean {
    return this.#steps.at(-1)?.sent[name] !== undefined;
  }

  /** Adds a step: what it sent is known from now on, and its answer is known to later steps. */
  add(step: string, { request, response }: Exchange): void {
    const sent = { ...formMembers(request.path.split('?')[1] ?? ''), ...bodyMembers(request.body) };
    this.#steps.push({ step, sent, answered: answeredMembers(response?.json) });
  }
}

function bodyMembers(body: Uint8Array | null): JsonObject {
  if (body === null) return {};
  const text = utf8.decode(body);
  try {
    const json: unknown = JSON.parse(text);
    return isJsonObject(json) ? json : {};
  } catch {
    return formMembers(text);
  }
}

function formMembers(text: string): JsonObject {
  return text.includes('=') ? Object.fromEntries(new URLSearchParams(text)) : {};
}

function answeredMembers(json: unknown): JsonObject {
  if (!isJsonObject(json)) return {};
  const token = json['oauth_token'];
  return isJsonObject(token) ? { ...json, ...token } : json;
}

function holds(members: JsonObject, name: string, text: string | null): boolean {
  const names = wordMembers.includes(name) ? wordMembers : [name];
  return text !== null && names.some((known) => textOf(known, members[known]) === text);
}

/** A text by which two values can be compared; null if the value is not a text, a number or a list of texts. */
function textOf(name: string, value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (typeof value !== 'string' && !isList) return null;
  if (wordMembers.includes(name)) return wordsOf(value).sort().join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function wordsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value.map(String) : String(value).split(' ')).filter((word) => word !== '');
}

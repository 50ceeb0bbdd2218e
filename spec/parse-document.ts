import { isDate } from 'node:util/types';
import * as yaml from 'yaml';
import { ContractError } from './contract-error.ts';
import { isJsonObject } from './json-object.ts';
import type { JsonLimits } from './json-scanner.ts';
import { JsonScanner } from './json-scanner.ts';

/**
 * What people and programs write is nested some ten levels deep, an OpenAPI document some thirty. What is read is
 * walked recursively, by libraries too, and a stack holds some thousands.
 */
const deepest = 200;

/** Of which objects take some 60 MB. The largest OpenAPI documents of vendors have a tenth. */
const mostValues = 1_000_000;

/** What any document may be at most. */
export const documentLimits: JsonLimits = { depth: deepest, values: mostValues };

/** Encoded at a time, so that a long text does not stand in memory twice. */
const sliceLength = 1024 * 1024;

/** As JSON.parse, within limits. Throws a SyntaxError or a `JsonLimitError`. */
export function parseJson(text: string, limits: JsonLimits = documentLimits): unknown {
  const scanner = new JsonScanner(limits);
  // A pair of surrogates that is cut here becomes other bytes, but none that the scanner looks at.
  for (let start = 0; start < text.length; start += sliceLength)
    scanner.scan(Buffer.from(text.slice(start, start + sliceLength)));
  return JSON.parse(text);
}

/** What a text says, as plain JSON free of sharing and cycles, or what is wrong with it, a clause each. */
export type Parsed = { readonly value: unknown } | { readonly problems: readonly string[] };

/**
 * Reads JSON or YAML. JSON is tried first: it is YAML too, but a large description parses some hundred times as fast
 * that way. Short YAML can keep the parser for minutes: what a user gives is parsed by `parseApart`, or in whole there.
 */
export function parseJsonOrYaml(text: string): Parsed {
  return parsePlainJson(text) ?? parseYaml(text);
}

/** Reads JSON alone; null for what may be YAML in flow style, which begins alike, and then names the line itself. */
export function parsePlainJson(text: string): Parsed | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    return { value: parseJson(text) };
  } catch (error) {
    return error instanceof SyntaxError ? null : { problems: [messageOf(error)] };
  }
}

function parseYaml(text: string): Parsed {
  const document = yaml.parseDocument(text, { merge: true, logLevel: 'silent' });
  if (document.errors.length > 0)
    return { problems: document.errors.map(({ message }) => firstLine(message)) };
  try {
    return { value: new Copier().copy(document.toJS(), 0) };
  } catch (error) {
    if (error instanceof TooLargeError) return { problems: [error.message] };
    const message = messageOf(error);
    // Which alias leads nowhere the parser says; of the others it says nothing of use.
    return message.startsWith('Unresolved alias')
      ? { problems: [firstLine(message)] }
      : { problems: ['has aliases that contain themselves, or too many of them'] };
  }
}

class TooLargeError extends Error {}

/** Copies what an anchor and its aliases share, so that it becomes separate, within the limits of any document. */
class Copier {
  #values = 0;

  copy(value: unknown, depth: number): unknown {
    this.#values += 1;
    if (this.#values > documentLimits.values)
      throw new TooLargeError(
        `holds more than ${documentLimits.values} values once its aliases are resolved`,
      );
    if (depth > documentLimits.depth)
      throw new TooLargeError(
        `is nested deeper than ${documentLimits.depth} levels, or has aliases that contain themselves`,
      );
    if (Array.isArray(value)) return value.map((item) => this.copy(item, depth + 1));
    if (isDate(value)) return value.toJSON();
    if (isJsonObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, this.copy(inner, depth + 1)]),
      );
    return plainScalar(value);
  }
}

/** As JSON has it: what it has no number for is null. */
function plainScalar(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The parser puts an excerpt after the message; the line and column are in the message. */
function firstLine(message: string): string {
  return `is not valid JSON or YAML: ${(message.split('\n')[0] ?? message).replace(/:$/, '')}`;
}

/**
 * Says why no text could be got from a file or stream. The message is a clause without subject, such as
 * `is a folder, not a file`: whoever reports it puts the option and the name before it.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly code = 'UNREADABLE';
}

/** Turns JSON or YAML text into plain JSON. Throws a ContractError `unreadable` with all that is wrong. */
export function parseDocument(text: string, source: string): unknown {
  const parsed = parseJsonOrYaml(text);
  if ('value' in parsed) return parsed.value;
  throw new ContractError(
    'unreadable',
    source,
    parsed.problems.map((message) => ({ pointer: '', message })),
  );
}

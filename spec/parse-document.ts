import { isDate } from 'node:util/types';
import * as yaml from 'yaml';
import { ContractError } from './contract-error.ts';
import { isJsonObject } from './json-object.ts';
import type { JsonLimits } from './json-scanner.ts';
import { JsonScanner } from './json-scanner.ts';

/**
 * Documents are usually nested some ten levels deep, OpenAPI documents some thirty. Our code and libraries walk them
 * recursively, and the stack holds some thousands of levels.
 */
const deepest = 200;

/** This many objects take some 60 MB. The largest OpenAPI documents of vendors have a tenth of it. */
const mostValues = 1_000_000;

/** The limits for any document. */
export const documentLimits: JsonLimits = { depth: deepest, values: mostValues };

/** Characters encoded at a time, so that a long text is not in memory twice. */
const sliceLength = 1024 * 1024;

/** Like JSON.parse, within limits. Throws a SyntaxError or a `JsonLimitError`. */
export function parseJson(text: string, limits: JsonLimits = documentLimits): unknown {
  const scanner = new JsonScanner(limits);
  // A surrogate pair that is split here is encoded as other bytes, but none that the scanner looks for.
  for (let start = 0; start < text.length; start += sliceLength)
    scanner.scan(Buffer.from(text.slice(start, start + sliceLength)));
  return JSON.parse(text);
}

/**
 * The parsed text as plain JSON without shared or cyclic parts, or what is wrong with it, one clause for each problem.
 */
export type Parsed = { readonly value: unknown } | { readonly problems: readonly string[] };

/**
 * Parses JSON or YAML. JSON is valid YAML, but it is tried first, since a large description parses some hundred times
 * as fast that way. A short YAML text can keep the parser busy for minutes, so user input is parsed by `parseApart`, or
 * in a task that runs in such a thread as a whole.
 */
export function parseJsonOrYaml(text: string): Parsed {
  return parsePlainJson(text) ?? parseYaml(text);
}

/**
 * Parses JSON only. Returns null where the text may be YAML in flow style, which begins alike. The YAML parser then
 * reports the line itself.
 */
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
    // The parser names an alias that cannot be resolved. For other aliases its message does not help.
    return message.startsWith('Unresolved alias')
      ? { problems: [firstLine(message)] }
      : { problems: ['has aliases that contain themselves, or too many of them'] };
  }
}

class TooLargeError extends Error {}

/** Copies a value so that an anchor and its aliases share nothing, within the limits of any document. */
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

/** A scalar as JSON has it: a number that JSON cannot express becomes null. */
function plainScalar(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The parser puts an excerpt after the message; the first line has the line and column. */
function firstLine(message: string): string {
  return `is not valid JSON or YAML: ${(message.split('\n')[0] ?? message).replace(/:$/, '')}`;
}

/**
 * Says why no text could be read from a file or stream. The message is a clause without a subject, such as `is a
 * directory, not a file`. Whoever reports it puts the option and the name before it.
 */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly code = 'UNREADABLE';
}

/** Parses JSON or YAML text as plain JSON. Throws a ContractError `unreadable` with all problems. */
export function parseDocument(text: string, source: string): unknown {
  const parsed = parseJsonOrYaml(text);
  if ('value' in parsed) return parsed.value;
  throw new ContractError(
    'unreadable',
    source,
    parsed.problems.map((message) => ({ pointer: '', message })),
  );
}

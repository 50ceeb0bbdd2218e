import { ContractError } from './contract-error.ts';
import type { ContractProblem } from './contract-error.ts';
import { isJsonObject, objectOrEmpty, withoutMembers } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { formatPointer, parsePointer, resolvePointer } from './json-pointer.ts';
import { documentLimits } from './parse-document.ts';
import type { DocumentReader, SourceDocument } from './read-document.ts';
import { whyForbidden } from './reference-policy.ts';

/** A document, with the name that the user gave it. */
interface NamedDocument extends SourceDocument {
  readonly source: string;
}

/** A place in one of the documents that references reach. */
interface Place {
  readonly location: string;
  readonly segments: readonly string[];
}

/** The target of a reference. */
interface Target extends Place {
  readonly node: unknown;
}

/** A part of a document after resolution, and its size when everything in it is written out. */
interface Resolved {
  readonly value: unknown;
  /** In characters, roughly. Shared parts count once for each reference: that is how they grow without bounds. */
  readonly weight: number;
  readonly height: number;
}

/** Some 30 times the weight of the operations of the published description. */
const heaviest = 16_000_000;
/** Weight of a value in addition to its characters; it limits values to 250,000. */
const weightOfValue = 64;
/** Descriptions of one API consist of some ten files. */
const mostDocuments = 100;

/** Keywords that do not affect validity, so that they can stand beside a `$ref` without an `allOf`. */
const annotation = /^(title|summary|description|default|deprecated|readOnly|writeOnly|examples?|x-.*)$/;

/**
 * Replaces every `$ref` by its target, in this document and in others, and collects a problem for every one that cannot
 * be resolved. Only visits the part that it is given, so a cycle elsewhere in the document does no harm. A cycle inside
 * is a problem, since an operation must become plain, finite JSON.
 */
export class ReferenceResolver {
  readonly problems: ContractProblem[] = [];
  readonly #origins = new WeakMap<object, string>();
  readonly #main: NamedDocument;
  readonly #siblingsCount: boolean;
  readonly #reader: DocumentReader;
  readonly #documents = new Map<string, Promise<unknown>>();
  readonly #resolved = new Map<string, Resolved>();

  /** `siblingsCount`: members beside a `$ref` apply too, as from OpenAPI 3.1. Before, they are ignored. */
  constructor(main: NamedDocument, reader: DocumentReader, siblingsCount: boolean) {
    this.#main = main;
    this.#reader = reader;
    this.#siblingsCount = siblingsCount;
    this.#documents.set(main.location, Promise.resolve(main.value));
  }

  /**
   * A copy of a part of the main document without references. `pointer` says which part. Throws a ContractError if the
   * copy would exceed the limits of size and depth.
   */
  async resolve(node: unknown, pointer: readonly string[]): Promise<unknown> {
    return (await this.#visit(node, { location: this.#main.location, segments: pointer }, [])).value;
  }

  /**
   * The pointer in the source of an object that `resolve` has made. For other documents, their location comes first.
   */
  originOf(made: object): string | undefined {
    return this.#origins.get(made);
  }

  async #visit(node: unknown, place: Place, trail: readonly string[]): Promise<Resolved> {
    if (typeof node !== 'object' || node === null) return { value: node, weight: lengthOf(node), height: 0 };
    if (isJsonObject(node) && typeof node['$ref'] === 'string') {
      return this.#follow(node, node['$ref'], place, trail);
    }
    const entries: [string, unknown][] = [];
    let weight = weightOfValue;
    let height = 0;
    for (const [name, value] of Object.entries(node)) {
      const inner = await this.#visit(value, { ...place, segments: [...place.segments, name] }, trail);
      entries.push([name, inner.value]);
      weight += name.length + inner.weight;
      height = Math.max(height, inner.height);
    }
    const value = Array.isArray(node) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
    this.#origins.set(value, this.#describe(place));
    return this.#withinLimits({ value, weight, height: height + 1 }, place);
  }

  async #follow(node: JsonObject, ref: string, place: Place, trail: readonly string[]): Promise<Resolved> {
    const at = this.#describe(place);
    const target = await this.#locate(ref, place.location);
    if (typeof target === 'string') return this.#gap(at, `"${ref}" cannot be resolved: ${target}`);
    const key = target.location + formatPointer(target.segments);
    if (trail.includes(key)) return this.#gap(at, `"${ref}" leads back to itself; a finite schema is needed`);
    if (trail.length >= documentLimits.depth)
      return this.#gap(
        at,
        `"${ref}" is the last of ${documentLimits.depth} references that lead to one another`,
      );
    const resolved = this.#resolved.get(key) ?? (await this.#visit(target.node, target, [...trail, key]));
    this.#resolved.set(key, resolved);
    const siblings = withoutMembers(node, '$ref');
    if (!this.#siblingsCount || Object.keys(siblings).length === 0 || !isJsonObject(resolved.value))
      return resolved;
    const beside = await this.#visit(siblings, place, trail);
    const value = Object.keys(siblings).every((name) => annotation.test(name))
      ? { ...resolved.value, ...objectOrEmpty(beside.value) }
      : { allOf: [resolved.value, beside.value] };
    this.#origins.set(value, this.#origins.get(resolved.value) ?? at);
    const height = 2 + Math.max(resolved.height, beside.height);
    return this.#withinLimits({ value, weight: resolved.weight + beside.weight, height }, place);
  }

  /**
   * Later code walks through the whole value recursively, and through each shared part as often as it is referred to.
   */
  #withinLimits(resolved: Resolved, place: Place): Resolved {
    const tooMuch =
      resolved.weight > heaviest
        ? `grows beyond ${heaviest / 1_000_000} million characters`
        : resolved.height > documentLimits.depth
          ? `is nested deeper than ${documentLimits.depth} levels`
          : null;
    if (tooMuch === null) return resolved;
    throw new ContractError('invalid', this.#main.source, [
      { pointer: this.#describe(place), message: `${tooMuch} once its references are resolved` },
    ]);
  }

  /** Adds a problem and returns a placeholder, so that reading continues and finds further problems. */
  #gap(pointer: string, message: string): Resolved {
    this.problems.push({ pointer, message });
    const gap = {};
    this.#origins.set(gap, pointer);
    return { value: gap, weight: weightOfValue, height: 1 };
  }

  /** The target of a reference, or the reason why it has none. */
  async #locate(ref: string, base: string): Promise<Target | string> {
    if (!URL.canParse(ref, base)) return 'it is not a valid reference';
    const url = new URL(ref, base);
    const pointer = decodeFragment(url.hash.slice(1));
    url.hash = '';
    if (pointer === undefined) return 'what follows the # is not a JSON pointer';
    try {
      const document = await this.#read(url, new URL(base));
      if (typeof document === 'string') return document;
      const node = resolvePointer(document.value, pointer);
      if (node === undefined) return 'there is nothing of that name';
      return { location: url.href, segments: parsePointer(pointer), node };
    } catch (error) {
      if (error instanceof ContractError) return error.message.split('\n')[0] ?? error.message;
      throw error;
    }
  }

  /** Reads a document that another one refers to, or says why it may not be read. */
  async #read(url: URL, from: URL): Promise<{ readonly value: unknown } | string> {
    const { isAnywhereAllowed } = this.#reader;
    const known = this.#documents.get(url.href);
    if (known !== undefined) return { value: await known };
    const main = new URL(this.#main.location);
    const reason = await whyForbidden(url, from, { main, isAnywhereAllowed });
    if (reason !== null) return reason;
    if (this.#documents.size >= mostDocuments) return `there are more than ${mostDocuments} documents`;
    const reading = this.#reader.read(url.href).then(({ value }) => value);
    this.#documents.set(url.href, reading);
    return { value: await reading };
  }

  #describe({ location, segments }: Place): string {
    return (location === this.#main.location ? '' : `${location}#`) + formatPointer(segments);
  }
}

function lengthOf(scalar: unknown): number {
  return weightOfValue + (typeof scalar === 'string' ? scalar.length : 0);
}

function decodeFragment(fragment: string): string | undefined {
  try {
    const pointer = decodeURIComponent(fragment);
    return pointer === '' || (pointer.startsWith('/') && !/~(?![01])/.test(pointer)) ? pointer : undefined;
  } catch {
    return undefined;
  }
}

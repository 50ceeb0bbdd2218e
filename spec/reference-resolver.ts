import { ContractError } from './contract-error.ts';
import type { ContractProblem } from './contract-error.ts';
import { isJsonObject, objectOrEmpty, withoutMembers } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { formatPointer, parsePointer, resolvePointer } from './json-pointer.ts';
import { readDocument } from './read-document.ts';
import type { SourceDocument } from './read-document.ts';

/** A place in one of the documents that references reach. */
interface Place {
  readonly location: string;
  readonly segments: readonly string[];
}

/** What a reference leads to. */
interface Target extends Place {
  readonly node: unknown;
}

/** Keywords that say nothing about validity, so that they can stand beside a `$ref` without an `allOf`. */
const annotation = /^(title|summary|description|default|deprecated|readOnly|writeOnly|examples?|x-.*)$/;

/**
 * Puts in place of every `$ref` what it names, in this and in other documents, and collects a problem for every
 * one that cannot be resolved. Only what it is given is visited, so a cycle elsewhere in the document is no matter;
 * one inside is a problem, since an operation must come out as plain, finite JSON.
 */
export class ReferenceResolver {
  readonly problems: ContractProblem[] = [];
  readonly #origins = new WeakMap<object, string>();
  readonly #main: SourceDocument;
  readonly #siblingsCount: boolean;
  readonly #documents = new Map<string, Promise<unknown>>();
  readonly #resolved = new Map<string, unknown>();

  /** `siblingsCount`: members beside a `$ref` apply too, as of OpenAPI 3.1; before, they are ignored. */
  constructor(main: SourceDocument, siblingsCount: boolean) {
    this.#main = main;
    this.#siblingsCount = siblingsCount;
    this.#documents.set(main.location, Promise.resolve(main.value));
  }

  /** A copy of a part of the main document without references. `pointer` says which part. */
  async resolve(node: unknown, pointer: readonly string[]): Promise<unknown> {
    return this.#visit(node, { location: this.#main.location, segments: pointer }, []);
  }

  /** The pointer in the source of an object that `resolve` has made; other documents with their location before it. */
  originOf(made: object): string | undefined {
    return this.#origins.get(made);
  }

  async #visit(node: unknown, place: Place, trail: readonly string[]): Promise<unknown> {
    if (typeof node !== 'object' || node === null) return node;
    if (isJsonObject(node) && typeof node['$ref'] === 'string') {
      return this.#follow(node, node['$ref'], place, trail);
    }
    const entries: [string, unknown][] = [];
    for (const [name, value] of Object.entries(node)) {
      entries.push([
        name,
        await this.#visit(value, { ...place, segments: [...place.segments, name] }, trail),
      ]);
    }
    const result = Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
    this.#origins.set(result, this.#describe(place));
    return result;
  }

  async #follow(node: JsonObject, ref: string, place: Place, trail: readonly string[]): Promise<unknown> {
    const at = this.#describe(place);
    const target = await this.#locate(ref, place.location);
    if (typeof target === 'string') return this.#gap(at, `"${ref}" cannot be resolved: ${target}`);
    const key = target.location + formatPointer(target.segments);
    if (trail.includes(key)) return this.#gap(at, `"${ref}" leads back to itself; a finite schema is needed`);
    if (!this.#resolved.has(key)) {
      this.#resolved.set(key, await this.#visit(target.node, target, [...trail, key]));
    }
    const resolved = this.#resolved.get(key);
    const siblings = withoutMembers(node, '$ref');
    if (!this.#siblingsCount || Object.keys(siblings).length === 0 || !isJsonObject(resolved))
      return resolved;
    const beside = await this.#visit(siblings, place, trail);
    const made = Object.keys(siblings).every((name) => annotation.test(name))
      ? { ...resolved, ...objectOrEmpty(beside) }
      : { allOf: [resolved, beside] };
    this.#origins.set(made, this.#origins.get(resolved) ?? at);
    return made;
  }

  /** Notes a problem, and gives what stands in the gap, so that reading goes on to the next problem. */
  #gap(pointer: string, message: string): object {
    this.problems.push({ pointer, message });
    const gap = {};
    this.#origins.set(gap, pointer);
    return gap;
  }

  /** Where a reference leads, or why it leads nowhere. */
  async #locate(ref: string, base: string): Promise<Target | string> {
    if (!URL.canParse(ref, base)) return 'it is not a valid reference';
    const url = new URL(ref, base);
    const pointer = decodeFragment(url.hash.slice(1));
    url.hash = '';
    if (pointer === undefined) return 'what follows the # is not a JSON pointer';
    if (url.protocol === 'file:' && !base.startsWith('file:')) {
      return 'a document from the network may not name local files';
    }
    try {
      const node = resolvePointer(await this.#read(url.href), pointer);
      if (node === undefined) return 'there is nothing of that name';
      return { location: url.href, segments: parsePointer(pointer), node };
    } catch (error) {
      if (error instanceof ContractError) return error.message.split('\n')[0] ?? error.message;
      throw error;
    }
  }

  #read(location: string): Promise<unknown> {
    const known = this.#documents.get(location);
    if (known !== undefined) return known;
    const reading = readDocument(location).then(({ value }) => value);
    this.#documents.set(location, reading);
    return reading;
  }

  #describe({ location, segments }: Place): string {
    return (location === this.#main.location ? '' : `${location}#`) + formatPointer(segments);
  }
}

function decodeFragment(fragment: string): string | undefined {
  try {
    const pointer = decodeURIComponent(fragment);
    return pointer === '' || (pointer.startsWith('/') && !/~(?![01])/.test(pointer)) ? pointer : undefined;
  } catch {
    return undefined;
  }
}

import { ContractError } from '../contract-error.ts';
import { DeclaredNames } from './declared-names.ts';
import type { Place } from './declared-names.ts';
import { formatPointer, parsePointer, resolvePointer } from '../json-pointer.ts';
import type { DocumentReader, SourceDocument } from '../read-document.ts';
import { whyForbidden } from './reference-policy.ts';

/** The target of a reference. */
export interface ReferenceTarget extends Place {
  readonly node: unknown;
}

/** Descriptions of one API consist of some ten files. */
const mostDocuments = 100;

/**
 * Finds what references lead to. What a document declares itself, by `$id` or `$anchor`, is never read from anywhere
 * else.
 */
export class ReferenceTargets {
  readonly #main: SourceDocument;
  readonly #reader: DocumentReader;
  readonly #documents = new Map<string, Promise<unknown>>();
  readonly #values = new Map<string, unknown>();
  /** Null before OpenAPI 3.1, where schemas have no names. */
  readonly #names: DeclaredNames | null;

  constructor(main: SourceDocument, reader: DocumentReader, hasNames: boolean) {
    this.#main = main;
    this.#reader = reader;
    this.#names = hasNames ? new DeclaredNames() : null;
    this.#documents.set(main.location, Promise.resolve(main.value));
    this.#note(main);
  }

  /** The target of a reference at a place, or the reason why it has none. */
  async locate(ref: string, place: Place): Promise<ReferenceTarget | string> {
    const { location } = place;
    if (!URL.canParse(ref, location)) return 'it is not a valid reference';
    // By the letter, `#/components` below an `$id` is nothing. Authors mean the document, as most tools do.
    const bases = new Set([this.#names?.baseOf(place) ?? location, location]);
    for (const base of bases) {
      const declared = URL.canParse(ref, base) ? this.#declared(new URL(ref, base)) : undefined;
      if (declared !== undefined) return declared;
    }
    const url = new URL(ref, location);
    const fragment = decodeFragment(url.hash);
    url.hash = '';
    if (fragment === undefined) return 'what follows the # is not a JSON pointer';
    try {
      const reason = await this.#read(url, new URL(location));
      if (reason !== null) return reason;
    } catch (error) {
      if (error instanceof ContractError) return error.message.split('\n')[0] ?? error.message;
      throw error;
    }
    const found = this.#declared(new URL(ref, location));
    if (found !== undefined) return found;
    return isPointer(fragment) || this.#names !== null
      ? 'there is nothing of that name'
      : 'what follows the # is not a JSON pointer';
  }

  /** The target of an absolute reference if it is in a document that was read. */
  #declared(url: URL): ReferenceTarget | undefined {
    const fragment = decodeFragment(url.hash);
    const resource = url.href.replace(/#.*$/s, '');
    if (fragment === undefined) return undefined;
    if (!isPointer(fragment)) {
      const place = this.#names?.placeOf(`${resource}#${fragment}`);
      return place === undefined ? undefined : this.#targetAt(place, '');
    }
    const root = this.#names?.placeOf(resource) ?? { location: resource, segments: [] };
    return this.#targetAt(root, fragment);
  }

  #targetAt({ location, segments: root }: Place, pointer: string): ReferenceTarget | undefined {
    const segments = [...root, ...parsePointer(pointer)];
    const node = resolvePointer(this.#values.get(location), formatPointer(segments));
    return node === undefined ? undefined : { location, segments, node };
  }

  /** Reads a document that another one refers to, or says why it may not be read. */
  async #read(url: URL, from: URL): Promise<string | null> {
    const { isAnywhereAllowed } = this.#reader;
    const known = this.#documents.get(url.href);
    if (known !== undefined) {
      await known;
      return null;
    }
    const main = new URL(this.#main.location);
    const reason = await whyForbidden(url, from, { main, isAnywhereAllowed });
    if (reason !== null) return reason;
    if (this.#documents.size >= mostDocuments) return `there are more than ${mostDocuments} documents`;
    const reading = this.#reader.read(url.href).then(({ value }) => {
      this.#note({ location: url.href, value });
    });
    this.#documents.set(url.href, reading);
    await reading;
    return null;
  }

  #note({ location, value }: Pick<SourceDocument, 'location' | 'value'>): void {
    this.#values.set(location, value);
    this.#names?.add(value, location);
  }
}

function isPointer(fragment: string): boolean {
  return fragment === '' || (fragment.startsWith('/') && !/~(?![01])/.test(fragment));
}

/** The text after the `#`; undefined if its escapes are invalid. */
function decodeFragment(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return undefined;
  }
}

import { isJsonObject } from '../json-object.ts';
import { formatPointer } from '../json-pointer.ts';

/** A place in one of the documents that references reach. */
export interface Place {
  /** Absolute URL of the document. */
  readonly location: string;
  readonly segments: readonly string[];
}

/** Members whose values belong to the author: what looks like a name in them is none. */
const data = /^(example|examples|enum|const|default|x-.*)$/;

/** Members whose own members have names of the author's choice. */
const maps = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'schemas',
  'dependentSchemas',
]);

/** The names that schemas of the documents read so far give themselves: `$id`, `$anchor` and `$dynamicAnchor`. */
export class DeclaredNames {
  readonly #places = new Map<string, Place>();
  readonly #bases = new Map<string, string>();

  /** Notes the names in a document. The first of several equal ones counts. */
  add(document: unknown, location: string): void {
    this.#walk(document, { location, segments: [] }, location);
  }

  /** The place with a name: an absolute URL, with an anchor after the `#` or without one. */
  placeOf(url: string): Place | undefined {
    return this.#places.get(url);
  }

  /** The URL that references at a place are relative to: that of the nearest `$id` around it, or of the document. */
  baseOf({ location, segments }: Place): string {
    for (let depth = segments.length; depth >= 0; depth -= 1) {
      const base = this.#bases.get(location + formatPointer(segments.slice(0, depth)));
      if (base !== undefined) return base;
    }
    return location;
  }

  #walk(node: unknown, place: Place, outerBase: string): void {
    if (typeof node !== 'object' || node === null) return;
    const base = isJsonObject(node) ? this.#note(node, place, outerBase) : outerBase;
    const isMap = maps.has(place.segments.at(-1) ?? '');
    for (const [name, inner] of Object.entries(node)) {
      if (isMap || !data.test(name))
        this.#walk(inner, { ...place, segments: [...place.segments, name] }, base);
    }
  }

  /** Notes the names of a node, and returns the base of what is in it. */
  #note(node: Readonly<Record<string, unknown>>, place: Place, outerBase: string): string {
    const { $id, $anchor, $dynamicAnchor } = node;
    let base = outerBase;
    if (typeof $id === 'string' && URL.canParse($id, outerBase)) {
      base = new URL($id, outerBase).href.replace(/#.*$/s, '');
      this.#bases.set(place.location + formatPointer(place.segments), base);
      this.#remember(base, place);
    }
    for (const anchor of [$anchor, $dynamicAnchor])
      if (typeof anchor === 'string') this.#remember(`${base}#${anchor}`, place);
    return base;
  }

  #remember(name: string, place: Place): void {
    if (!this.#places.has(name)) this.#places.set(name, place);
  }
}

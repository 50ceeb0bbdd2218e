import { ContractError } from '../contract-error.ts';
import type { ContractProblem } from '../contract-error.ts';
import type { Place } from './declared-names.ts';
import { isJsonObject, objectOrEmpty, withoutMembers } from '../json-object.ts';
import type { JsonObject } from '../json-object.ts';
import { formatPointer } from '../json-pointer.ts';
import { besideReference } from './beside-reference.ts';
import { kindOfItem, kindOfMember } from './node-kind.ts';
import type { NodeKind } from './node-kind.ts';
import type { OpenapiVersion } from '../openapi-version.ts';
import { documentLimits } from '../parse-document.ts';
import type { DocumentReader, SourceDocument } from '../read-document.ts';
import { ReferenceTargets } from './reference-targets.ts';
import { circleProblem, longerTrail } from './reference-trail.ts';
import type { TrailStep } from './reference-trail.ts';

/** A document, with the name that the user gave it. */
interface NamedDocument extends SourceDocument {
  readonly source: string;
  readonly version: OpenapiVersion;
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

/**
 * Replaces every `$ref` by its target, in this document and in others, and collects a problem for every one that cannot
 * be resolved. Only visits the part that it is given, so a cycle elsewhere in the document does no harm. A schema that
 * contains itself becomes a definition, and refers to it as `#/$defs/NAME`.
 */
export class ReferenceResolver {
  readonly problems: ContractProblem[] = [];
  /** The schemas that contain themselves, by name. */
  readonly definitions = new Map<string, unknown>();
  readonly #definitionNames = new Map<string, string>();
  readonly #origins = new WeakMap<object, string>();
  readonly #main: NamedDocument;
  readonly #targets: ReferenceTargets;
  readonly #resolved = new Map<string, Resolved>();

  constructor(main: NamedDocument, reader: DocumentReader) {
    this.#main = main;
    this.#targets = new ReferenceTargets(main, reader, main.version === '3.1');
  }

  /** A copy of the main document's part without references. Throws a ContractError if it would be too large or deep. */
  async resolve(part: JsonObject): Promise<unknown> {
    return (await this.#visit(part, { location: this.#main.location, segments: [] }, [], 'object')).value;
  }

  /**
   * The pointer in the source of an object that `resolve` has made. For other documents, their location comes first.
   */
  originOf(made: object): string | undefined {
    return this.#origins.get(made);
  }

  async #visit(node: unknown, place: Place, trail: readonly TrailStep[], kind: NodeKind): Promise<Resolved> {
    if (typeof node !== 'object' || node === null) return { value: node, weight: lengthOf(node), height: 0 };
    const ref = kind !== 'data' && isJsonObject(node) ? referenceOf(node, kind) : undefined;
    if (ref !== undefined) return this.#follow(node as JsonObject, ref, place, trail, kind);
    const isList = Array.isArray(node);
    const entries: [string, unknown][] = [];
    let weight = weightOfValue;
    let height = 0;
    for (const [name, value] of Object.entries(node)) {
      const innerKind = isList ? kindOfItem(kind) : kindOfMember(kind, name);
      if (innerKind === 'unused') continue;
      const innerPlace = { ...place, segments: [...place.segments, name] };
      const inner = await this.#visit(value, innerPlace, trail, innerKind);
      entries.push([name, inner.value]);
      weight += name.length + inner.weight;
      height = Math.max(height, inner.height);
    }
    const value = isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
    this.#origins.set(value, this.#describe(place));
    return this.#withinLimits({ value, weight, height: height + 1 }, place);
  }

  async #follow(
    node: JsonObject,
    ref: string,
    place: Place,
    trail: readonly TrailStep[],
    kind: NodeKind,
  ): Promise<Resolved> {
    const at = this.#describe(place);
    const target = await this.#targets.locate(ref, place);
    if (typeof target === 'string') return this.#gap(at, `"${ref}" cannot be resolved: ${target}`);
    const key = `${kind} ${target.location}${formatPointer(target.segments)}`;
    const further = longerTrail(trail, place, { key, depth: target.segments.length });
    const problem = circleProblem(further, kind);
    if (problem !== null) return this.#gap(at, `"${ref}" ${problem}`);
    const isInside = trail.some((earlier) => earlier.key === key);
    const known = isInside ? this.#again(key, at) : this.#resolved.get(key);
    const resolved = known ?? (await this.#visit(target.node, target, further, kind));
    if (known === undefined) this.#remember(key, resolved);
    return this.#withSiblings(node, resolved, place, trail, kind);
  }

  async #withSiblings(
    node: JsonObject,
    resolved: Resolved,
    place: Place,
    trail: readonly TrailStep[],
    kind: NodeKind,
  ): Promise<Resolved> {
    const siblings = withoutMembers(node, '$ref', '$dynamicRef');
    if (Object.keys(siblings).length === 0 || !isJsonObject(resolved.value)) return resolved;
    const beside = await this.#visit(siblings, place, trail, kind);
    const value = besideReference(resolved.value, objectOrEmpty(beside.value), kind, this.#main.version);
    if (value === resolved.value) return resolved;
    this.#origins.set(value, this.#origins.get(resolved.value) ?? this.#describe(place));
    const height = 2 + Math.max(resolved.height, beside.height);
    return this.#withinLimits({ value, weight: resolved.weight + beside.weight, height }, place);
  }

  /** A schema inside itself. */
  #again(key: string, at: string): Resolved {
    const name = this.#definitionNames.get(key) ?? `recursive-${this.#definitionNames.size + 1}`;
    this.#definitionNames.set(key, name);
    const value = { $ref: `#/$defs/${name}` };
    this.#origins.set(value, at);
    return { value, weight: weightOfValue, height: 1 };
  }

  #remember(key: string, resolved: Resolved): void {
    this.#resolved.set(key, resolved);
    const name = this.#definitionNames.get(key);
    if (name !== undefined) this.definitions.set(name, resolved.value);
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

  #describe({ location, segments }: Place): string {
    return (location === this.#main.location ? '' : `${location}#`) + formatPointer(segments);
  }
}

/** What a node refers to. In a schema, a dynamic reference is read as a plain one: nothing here overrides its target. */
function referenceOf({ $ref, $dynamicRef }: JsonObject, kind: NodeKind): string | undefined {
  if (typeof $ref === 'string') return $ref;
  return kind === 'schema' && typeof $dynamicRef === 'string' ? $dynamicRef : undefined;
}

function lengthOf(scalar: unknown): number {
  return weightOfValue + (typeof scalar === 'string' ? scalar.length : 0);
}

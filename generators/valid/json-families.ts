import fc from 'fast-check';
import type { JsonSchema, JsonValue } from '../../spec/json-schema.ts';
import type { Operation } from '../../spec/operation.ts';
import type { BodyTemplate, Expectation, Step } from '../case.ts';
import type { Family } from '../family.ts';
import { buildRequest, jsonMediaType } from '../request/build-request.ts';
import { buildArbitrary } from '../schema/build-arbitrary.ts';
import { buildBoundaries } from '../schema/build-boundaries.ts';
import { markClient, markClients } from '../setup/mark-client.ts';
import { mainRequestStep } from '../setup/setup-steps.ts';
import { withCharsetLabel } from './charset-labels.ts';
import { domainOverlay } from './domain.ts';
import type { MakeFamily } from './json-body.ts';
import { asJson, isWithinSchema, membersOf, propertiesOf } from './json-body.ts';
import { spellJson } from './spell-json.ts';
import { difficultFamilies, oddTextFamilies } from './text-families.ts';
import { validFamily } from './valid-family.ts';

/** The steps around the main request of a case. */
export interface Surroundings {
  readonly before?: fc.Arbitrary<readonly Step[]>;
  readonly after?: readonly Step[];
}

/**
 * The valid families of an operation with a JSON body: values of the domain, values that the schema alone allows, every
 * boundary of the schema, and the same JSON written in other ways. None if no value can be built for the schema.
 */
export function jsonFamilies(operation: Operation, surroundings: Surroundings = {}): readonly Family[] {
  const { before = fc.constant([]), after = [] } = surroundings;
  const schema = operation.body?.schema ?? true;
  if (schema === false) return [];
  const bodies = buildArbitrary(schema, domainOverlay);
  const family: MakeFamily = (name, templates, { about, ...facts } = {}) =>
    validFamily({
      operation: operation.id,
      name,
      steps: fc
        .tuple(before, templates)
        .map(([setup, body]) => [
          ...setup,
          mainRequestStep(operation.id, buildRequest(operation.id, { body: markBody(body, schema, about) })),
          ...after,
        ]),
      ...facts,
    });
  return [
    family('domain', bodies.map(asJson)),
    family('schema', buildArbitrary(schema).map(asJson), { expectation: 'either' }),
    family('charset', withCharset(bodies), { aspect: 'media-type', enough: 20 }),
    // Media types are case-insensitive (RFC 9110 section 8.3.1).
    family('media-type-case', bodies.map(withCapitals), { aspect: 'media-type', enough: 2 }),
    family('spelling', spellJson(markClients(bodies, schema)), { enough: 100 }),
    family('unknown-member', bodies.map(withUnknownMember), { expectation: 'either', enough: 20 }),
    ...repeatedFamilies(schema, bodies, family),
    ...longEntryFamilies(schema, bodies, family),
    ...difficultFamilies(schema, bodies, family),
    ...oddTextFamilies(schema, bodies, family),
    ...buildBoundaries(schema, domainOverlay).map(({ at, name, arbitrary }) =>
      family(`boundary:${at === '' ? '/' : at}=${name}`, arbitrary.map(asJson), {
        expectation: expectationOf(schema, at, arbitrary),
        enough: 4,
        about: at,
      }),
    ),
  ];
}

/** Marks a JSON body; bodies that are already text were marked before. */
function markBody(body: BodyTemplate, schema: JsonSchema, about?: string): BodyTemplate {
  return body.type === 'json' ? { ...body, value: markClient(body.value, schema, about) } : body;
}

function withCharset(bodies: fc.Arbitrary<JsonValue>): fc.Arbitrary<BodyTemplate> {
  return fc
    .tuple(bodies, withCharsetLabel(jsonMediaType))
    .map(([value, mediaType]) => ({ type: 'json', value, mediaType }));
}

function withCapitals(value: JsonValue): BodyTemplate {
  return { type: 'json', value, mediaType: 'Application/JSON' };
}

/** RFC 7591 section 2 has a server ignore it, but the contract does not say so. */
function withUnknownMember(value: JsonValue): BodyTemplate {
  return asJson({ ...membersOf(value), x_conformance: 'unknown' });
}

/** A server may refuse a list with a repeated entry, but must not shorten it. */
function withRepeatedEntries(value: JsonValue): BodyTemplate {
  return asJson(mapLists(value, (entries) => [...entries, ...entries.slice(0, 1)]));
}

function mapLists(
  value: JsonValue,
  change: (entries: readonly JsonValue[]) => readonly JsonValue[],
): JsonValue {
  const members = Object.entries(membersOf(value));
  return Object.fromEntries(
    members.map(([name, member]) => [name, isList(member) ? change(member) : member]),
  );
}

function isList(member: JsonValue): member is readonly JsonValue[] {
  return Array.isArray(member);
}

function hasLists(schema: JsonSchema): boolean {
  return [...propertiesOf(schema).values()].some(
    (member) => typeof member === 'object' && member['type'] === 'array',
  );
}

function repeatedFamilies(
  schema: JsonSchema,
  bodies: fc.Arbitrary<JsonValue>,
  makeFamily: MakeFamily,
): readonly Family[] {
  return hasLists(schema)
    ? [makeFamily('repeated-entry', bodies.map(withRepeatedEntries), { expectation: 'either', enough: 8 })]
    : [];
}

/**
 * The contract does not limit the entries of a list. A server with a limit must refuse longer ones and not cut them.
 */
const entryLengths = [300, 2_000];

function longEntryFamilies(
  schema: JsonSchema,
  bodies: fc.Arbitrary<JsonValue>,
  makeFamily: MakeFamily,
): readonly Family[] {
  if (!hasLists(schema)) return [];
  const longer = fc
    .tuple(bodies, fc.constantFrom(...entryLengths))
    .map(([body, length]) => mapLists(body, (entries) => entries.map((entry) => lengthened(entry, length))));
  return [makeFamily('long-entry', longer.map(asJson), { expectation: 'either', enough: 4 })];
}

/** Lengthens a path or a scope; a query would not take a path. */
function lengthened(entry: JsonValue, length: number): JsonValue {
  return typeof entry === 'string' && !entry.includes('?') ? entry.padEnd(length, 'a') : entry;
}

function expectationOf(schema: JsonSchema, at: string, values: fc.Arbitrary<JsonValue>): Expectation {
  if (isWithinSchema(schema, values)) return 'accept';
  // Contract: a server may treat a lifetime as it likes, as long as it does not fail.
  return at === '/expires_in' ? 'clean' : 'either';
}

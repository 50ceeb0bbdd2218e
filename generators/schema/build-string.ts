import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { ordinaryText } from '../text/text.ts';
import { buildMatching } from './build-matching.ts';
import { keepFitting } from './keep-fitting.ts';
import { readNumber, readText } from './read-keyword.ts';
import type { SchemaObject } from './read-keyword.ts';
import { UnbuildableSchema } from './schema-types.ts';

// Only years of four digits, and no wall clock.
const instants = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

/** Built on demand: fast-check takes a quarter of a second for the URL arbitraries. */
const formats: Readonly<Record<string, () => fc.Arbitrary<string>>> = {
  uuid: () => fc.uuid(),
  'date-time': () => instants.map((instant) => instant.toISOString()),
  date: () => instants.map((instant) => instant.toISOString().slice(0, 10)),
  time: () => instants.map((instant) => instant.toISOString().slice(11)),
  uri: () => fc.webUrl(),
  'uri-reference': () => fc.webUrl(),
  iri: () => fc.webUrl(),
  url: () => fc.webUrl(),
  email: () => fc.emailAddress(),
  'idn-email': () => fc.emailAddress(),
  hostname: () => fc.domain(),
  ipv4: () => fc.ipV4(),
  ipv6: () => fc.ipV6(),
  byte: () => fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('base64')),
};

/** The text of a string schema: by its pattern, its format, or ordinary text within its lengths. */
export function buildString(schema: SchemaObject, pointer: string): fc.Arbitrary<string> {
  const min = readNumber(schema, 'minLength') ?? 0;
  const max = readNumber(schema, 'maxLength') ?? Infinity;
  if (min > max)
    throw new UnbuildableSchema('unsatisfiable', pointer, `minLength ${min} is over maxLength ${max}`);
  const pattern = readText(schema, 'pattern');
  const shaped =
    pattern === undefined ? formats[readText(schema, 'format') ?? '']?.() : buildMatching(pattern, pointer);
  if (shaped === undefined) return ordinaryText({ min, max });
  return min === 0 && max === Infinity
    ? shaped
    : keepFitting(shaped, (text) => isWithin(text, min, max), pointer);
}

function isWithin(text: string, min: number, max: number): boolean {
  const length = Array.from(text).length;
  return length >= min && length <= max;
}

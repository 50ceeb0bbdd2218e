import type { SchemaObject } from './read-keyword.ts';
import { UnbuildableSchema } from './schema-types.ts';

/** Keywords that say which values are allowed, and that generators know. */
const constraints = [
  ...['type', 'nullable', 'enum', 'const', 'format'],
  ...['minLength', 'maxLength', 'pattern'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems'],
  ...[
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'minProperties',
    'maxProperties',
  ],
  ...['allOf', 'anyOf', 'oneOf', 'not'],
];

/** Keywords that only say something about values. */
const annotations = [
  ...['title', 'description', '$comment', 'default', 'example', 'examples', 'deprecated'],
  ...['readOnly', 'writeOnly', 'xml', 'externalDocs', 'discriminator', 'contentEncoding', 'contentMediaType'],
  ...['$schema', '$id', '$anchor', '$defs', 'definitions', 'collectionFormat'],
];

const known = new Set([...constraints, ...annotations]);

/** Throws a `UnbuildableSchema` that names the first keyword which no generator knows. Vendor extensions are let through. */
export function rejectUnknownKeywords(schema: SchemaObject, pointer: string): void {
  const unknown = Object.keys(schema).find((keyword) => !known.has(keyword) && !keyword.startsWith('x-'));
  if (unknown === undefined) return;
  throw new UnbuildableSchema(
    'unsupported-keyword',
    `${pointer}/${unknown}`,
    `keyword ${unknown} is not supported`,
  );
}

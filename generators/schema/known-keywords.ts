import type { SchemaObject } from './read-keyword.ts';
import { UnbuildableSchema } from './schema-types.ts';

/** Keywords that constrain values, and that generators support. */
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
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'],
  ...['contains', 'minContains', 'maxContains', 'unevaluatedItems'],
  ...['dependentRequired', 'propertyNames', 'unevaluatedProperties'],
];

/** Keywords that only annotate values. */
const annotations = [
  ...['title', 'description', '$comment', 'default', 'example', 'examples', 'deprecated'],
  ...['readOnly', 'writeOnly', 'xml', 'externalDocs', 'discriminator', 'contentEncoding', 'contentMediaType'],
  ...['$schema', '$id', '$anchor', '$dynamicAnchor', '$vocabulary', '$defs', 'definitions'],
  ...['collectionFormat', 'contentSchema'],
];

const known = new Set([...constraints, ...annotations]);

/** Throws an `UnbuildableSchema` that names the first unsupported keyword. Vendor extensions are allowed. */
export function rejectUnknownKeywords(schema: SchemaObject, pointer: string): void {
  const unknown = Object.keys(schema).find((keyword) => !known.has(keyword) && !keyword.startsWith('x-'));
  if (unknown === undefined) return;
  throw new UnbuildableSchema(
    'unsupported-keyword',
    `${pointer}/${unknown}`,
    `keyword ${unknown} is not supported`,
  );
}

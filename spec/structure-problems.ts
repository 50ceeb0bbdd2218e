import type { ErrorObject } from 'ajv';
import type { ContractProblem } from './contract-error.ts';
import { isJsonObject, objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import type { OpenapiVersion } from './openapi-version.ts';

/**
 * swagger-parser knows only certain patch versions. They do not differ in structure, so each document is read as this
 * one.
 */
const knownVersions: Readonly<Record<OpenapiVersion, JsonObject>> = {
  '2.0': { swagger: '2.0' },
  '3.0': { openapi: '3.0.3' },
  '3.1': { openapi: '3.1.0' },
};

/** These only report that no branch fits; the errors of the branches give the reasons. */
const compositeKeywords = new Set(['oneOf', 'anyOf', 'if', 'not']);

/**
 * Validates a document with resolved references against the JSON Schema of its OpenAPI version. Reports one problem for
 * each place, and none for the containers of a place with a problem, since a fault makes everything around it invalid
 * too. Ignores the types of `mistyped` schemas: they are reported already, and one unknown type deep in a 2.0 parameter
 * yields errors for each kind of parameter that it might have been.
 */
export async function structureProblems(
  document: JsonObject,
  version: OpenapiVersion,
  mistyped: ReadonlySet<object>,
): Promise<ContractProblem[]> {
  const errors = await schemaErrors({
    ...objectOrEmpty(withKnownTypes(document, mistyped)),
    ...knownVersions[version],
  });
  const byPointer = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    byPointer.set(error.instancePath, [...(byPointer.get(error.instancePath) ?? []), error]);
  }
  const pointers = [...byPointer.keys()];
  return [...byPointer]
    .filter(([pointer]) => !pointers.some((other) => other.startsWith(`${pointer}/`)))
    .map(([pointer, found]) => ({ pointer, message: describe(found) }));
}

/**
 * Returns a copy, since validation changes its input. A `$ref` that is left in it is data, or leads to a schema that
 * contains itself and is checked where it begins. The validator would follow it.
 */
function withKnownTypes(value: unknown, mistyped: ReadonlySet<object>): unknown {
  if (Array.isArray(value)) return value.map((item) => withKnownTypes(item, mistyped));
  if (!isJsonObject(value)) return value;
  if (typeof value['$ref'] === 'string') return {};
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withKnownTypes(inner, mistyped)]),
  );
  return mistyped.has(value) ? { ...copy, type: 'string' } : copy;
}

async function schemaErrors(document: JsonObject): Promise<readonly ErrorObject[]> {
  try {
    // Loaded on demand: it is slow to load, and most runs use the contract of this package.
    const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
    // `spec: false`: the checks of 2.0 beyond its schema stop at the first fault and give no pointers. See
    // semantic-problems.ts. The cast is needed because the declared type is that of a valid document.
    await SwaggerParser.validate(document as never, {
      resolve: { external: false },
      validate: { spec: false },
    });
    return [];
  } catch (error) {
    if (isJsonObject(error) && Array.isArray(error['details'])) return error['details'] as ErrorObject[];
    const message = isJsonObject(error) ? String(error['message']).split('\n')[0] : String(error);
    return [{ instancePath: '', schemaPath: '', keyword: '', params: {}, message: message ?? '' }];
  }
}

function describe(errors: readonly ErrorObject[]): string {
  const reasons = errors.filter(({ keyword }) => !compositeKeywords.has(keyword));
  return [...new Set((reasons.length > 0 ? reasons : errors).map(reasonOf))].join(', or ');
}

function reasonOf({ keyword, message, params }: ErrorObject): string {
  const known: JsonObject = params;
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name = known['additionalProperty'] ?? known['unevaluatedProperty'];
    return `must not have the member "${String(name)}"`;
  }
  if (keyword === 'enum' && Array.isArray(known['allowedValues'])) {
    return `must be one of ${known['allowedValues'].map((value) => JSON.stringify(value)).join(', ')}`;
  }
  return message ?? keyword;
}

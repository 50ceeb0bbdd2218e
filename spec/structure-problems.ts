import type { ErrorObject } from 'ajv';
import type { ContractProblem } from './contract-error.ts';
import { isJsonObject, objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import type { OpenapiVersion } from './openapi-version.ts';

/** swagger-parser knows the patch versions by name; they do not differ in structure, so each is read as this one. */
const knownVersions: Readonly<Record<OpenapiVersion, JsonObject>> = {
  '2.0': { swagger: '2.0' },
  '3.0': { openapi: '3.0.3' },
  '3.1': { openapi: '3.1.0' },
};

/** They report that no branch fits, beside the reasons that the branches give. */
const compositeKeywords = new Set(['oneOf', 'anyOf', 'if', 'not']);

/**
 * Judges a document, references resolved, by the JSON Schema of its OpenAPI version. One problem a place, and
 * none for the containers of a place with a problem: a fault makes everything around it invalid too.
 * The types of `mistyped` schemas are not looked at: they are reported already, and one unknown type deep in a 2.0
 * parameter yields errors for each kind of parameter that it might have been.
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

/** A copy, since the validation changes what it is given. */
function withKnownTypes(value: unknown, mistyped: ReadonlySet<object>): unknown {
  if (Array.isArray(value)) return value.map((item) => withKnownTypes(item, mistyped));
  if (!isJsonObject(value)) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withKnownTypes(inner, mistyped)]),
  );
  return mistyped.has(value) ? { ...copy, type: 'string' } : copy;
}

async function schemaErrors(document: JsonObject): Promise<readonly ErrorObject[]> {
  try {
    // Loaded here, since it takes its time and most runs are by the contract of this package.
    const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
    // The 2.0 rules beyond its schema stop at the first fault and know no pointers: see semantic-problems.ts.
    // Its type is that of a valid document, which is yet to be seen.
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

import type { JsonObject } from './json-object.ts';
import type { OperationId } from './operation-ids.ts';

/**
 * What the published descriptions say of form parameters only in words ("Must be …"), by operation and parameter. If a
 * document has an `enum` or `const` of its own, that one applies.
 */
const proseConstraints: Readonly<Partial<Record<OperationId, Readonly<Record<string, JsonObject>>>>> = {
  oauth_authorize_post: { response_type: { const: 'code' }, confirm: { enum: ['yes', 'no'] } },
  oauth_token_post: { grant_type: { enum: ['authorization_code', 'refresh_token'] } },
};

/** Adds to a form's schema what the contract says of its parameters in words. */
export function withProseConstraints(id: OperationId, schema: JsonObject): JsonObject {
  const properties = schema['properties'];
  const constraints = proseConstraints[id];
  if (constraints === undefined || typeof properties !== 'object' || properties === null) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]: [string, unknown]) => [
        name,
        constrained(property, Object.hasOwn(constraints, name) ? constraints[name] : undefined),
      ]),
    ),
  };
}

function constrained(property: unknown, constraint: JsonObject | undefined): unknown {
  if (constraint === undefined || typeof property !== 'object' || property === null) return property;
  return 'enum' in property || 'const' in property ? property : { ...property, ...constraint };
}

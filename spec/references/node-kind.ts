/**
 * What a node of a document is, which decides whether its `$ref` is a reference and what stands beside it. The plural is
 * a map or list. Data are values of the author, in which nothing is a keyword. What no suite uses is left out.
 */
export type NodeKind =
  'object' | 'objects' | 'path-item' | 'path-items' | 'schema' | 'schemas' | 'data' | 'unused';

type Members = Readonly<Partial<Record<string, NodeKind>>>;

const ofObject: Members = {
  ...{ paths: 'path-items', schema: 'schema', schemas: 'schemas', definitions: 'schemas' },
  ...{ responses: 'objects', headers: 'objects', content: 'objects', encoding: 'objects' },
  ...{ variables: 'objects', securitySchemes: 'objects', securityDefinitions: 'objects' },
  ...{ default: 'data', enum: 'data', security: 'data', scopes: 'data' },
  ...{ example: 'unused', examples: 'unused', links: 'unused', callbacks: 'unused' },
};

const ofSchema: Members = {
  ...{ properties: 'schemas', patternProperties: 'schemas', dependentSchemas: 'schemas' },
  ...{ $defs: 'schemas', definitions: 'schemas' },
  ...{ allOf: 'schemas', anyOf: 'schemas', oneOf: 'schemas', prefixItems: 'schemas' },
  ...{ items: 'schema', additionalItems: 'schema', contains: 'schema', unevaluatedItems: 'schema' },
  ...{ additionalProperties: 'schema', propertyNames: 'schema', unevaluatedProperties: 'schema' },
  ...{ not: 'schema', if: 'schema', then: 'schema', else: 'schema', contentSchema: 'schema' },
  ...{ example: 'unused', examples: 'unused' },
};

/** The kind of a member of a node. */
export function kindOfMember(kind: NodeKind, name: string): NodeKind {
  switch (kind) {
    case 'objects':
      return 'object';
    case 'path-items':
      return 'path-item';
    case 'schemas':
      return 'schema';
    case 'data':
    case 'unused':
      return kind;
    case 'schema':
      return own(ofSchema, name) ?? 'data';
    case 'object':
    case 'path-item':
      return own(ofObject, name) ?? (name.startsWith('x-') ? 'data' : 'object');
  }
}

/** The kind of an item of a list. */
export function kindOfItem(kind: NodeKind): NodeKind {
  return kind === 'schemas' ? 'schema' : kind;
}

function own(members: Members, name: string): NodeKind | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

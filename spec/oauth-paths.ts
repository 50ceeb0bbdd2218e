import type { JsonObject } from './json-object.ts';
import { isJsonObject, objectOrEmpty } from './json-object.ts';
import type { OpenapiVersion } from './openapi-version.ts';
import { operationIds, operationPaths } from './operation-ids.ts';

export interface OauthPaths {
  /** What comes before `/oauth` in the document's paths: empty, unless they include its base path. */
  readonly prefix: string;
  /** Maps each path of the contract to the document's own spelling. Paths that the document lacks are left out. */
  readonly spelling: ReadonlyMap<string, string>;
}

const contractPaths = [...new Set(operationIds.map((id) => operationPaths[id][1]))];

/**
 * Finds the OAuth paths of a document. Names of path parameters differ between builds, and the paths may include a base
 * path. Where several prefixes occur, the one with the most paths is taken.
 */
export function findOauthPaths(document: JsonObject): OauthPaths {
  const byPrefix = new Map<string, Map<string, string>>();
  for (const spelling of Object.keys(objectOrEmpty(document['paths']))) {
    const found = contractPathOf(spelling);
    if (found === undefined) continue;
    const group = byPrefix.get(found.prefix) ?? new Map<string, string>();
    if (!group.has(found.path)) group.set(found.path, spelling);
    byPrefix.set(found.prefix, group);
  }
  const [best] = [...byPrefix].sort(([, left], [, right]) => right.size - left.size);
  return best === undefined ? { prefix: '', spelling: new Map() } : { prefix: best[0], spelling: best[1] };
}

function contractPathOf(spelling: string): { prefix: string; path: string } | undefined {
  const anonymous = withoutNames(spelling);
  const path = contractPaths.find((candidate) => anonymous.endsWith(withoutNames(candidate)));
  if (path === undefined) return undefined;
  return { prefix: anonymous.slice(0, anonymous.length - withoutNames(path).length), path };
}

function withoutNames(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}');
}

/** Members of a document that affect its operations. The rest is descriptions, tags and named models. */
const headMembers: Readonly<Record<OpenapiVersion, readonly string[]>> = {
  '2.0': [
    'swagger',
    'info',
    'host',
    'basePath',
    'schemes',
    'consumes',
    'produces',
    'securityDefinitions',
    'security',
  ],
  '3.0': ['openapi', 'info', 'servers', 'security'],
  '3.1': ['openapi', 'info', 'servers', 'security'],
};

/**
 * Cuts out what the OAuth operations need of a document; pointers stay the same. Vendor descriptions have hundreds of
 * other paths, often with small faults, which do not matter here.
 */
export function oauthPart(
  document: JsonObject,
  version: OpenapiVersion,
  { spelling }: OauthPaths,
): JsonObject {
  const head = Object.fromEntries(
    headMembers[version]
      .filter((name) => Object.hasOwn(document, name))
      .map((name) => [name, document[name]]),
  );
  const paths = document['paths'];
  const components = document['components'];
  return {
    ...head,
    // A value that is not an object is kept, so that validation reports it.
    paths: isJsonObject(paths)
      ? Object.fromEntries([...spelling.values()].map((name) => [name, paths[name]]))
      : (paths ?? {}),
    ...(version !== '2.0' && isJsonObject(components) && Object.hasOwn(components, 'securitySchemes')
      ? { components: { securitySchemes: components['securitySchemes'] } }
      : {}),
  };
}

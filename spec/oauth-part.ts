import type { JsonObject } from './json-object.ts';
import { isJsonObject } from './json-object.ts';
import type { OpenapiVersion } from './openapi-version.ts';
import type { OauthPaths } from './oauth-paths.ts';

/** Members of a document that bear on its operations; the rest is descriptions, tags and models by name. */
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
 * The part of a document that the OAuth operations consist of, with the pointers unchanged. Vendor descriptions
 * have hundreds of other paths, often with small faults, which do not concern us.
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
    // What is no object is kept as it is, for the validation to complain about.
    paths: isJsonObject(paths)
      ? Object.fromEntries([...spelling.values()].map((name) => [name, paths[name]]))
      : (paths ?? {}),
    ...(version !== '2.0' && isJsonObject(components) && Object.hasOwn(components, 'securitySchemes')
      ? { components: { securitySchemes: components['securitySchemes'] } }
      : {}),
  };
}

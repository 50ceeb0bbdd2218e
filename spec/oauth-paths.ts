import { objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { operationIds, operationPaths } from './operation-ids.ts';

/** Where a document has the OAuth paths. */
export interface OauthPaths {
  /** What stands before `/oauth` in the document's paths: empty, unless its base path is written into them. */
  readonly prefix: string;
  /** The document's own spelling by the contract's path; a path that the document lacks is not in it. */
  readonly spelling: ReadonlyMap<string, string>;
}

const contractPaths = [...new Set(operationIds.map((id) => operationPaths[id][1]))];

/**
 * Finds the OAuth paths of a document. Names of path parameters differ between builds, and a base path may be
 * part of the paths; where several prefixes occur, the one with most of the paths is taken.
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

import { arrayOrEmpty, isJsonObject, objectOrEmpty } from './json-object.ts';
import type { JsonObject } from './json-object.ts';
import { operationIds, operationPaths } from './operation-ids.ts';
import type { OperationId } from './operation-ids.ts';
import type { OauthPaths } from './oauth-paths.ts';

/** One of the 12 operations as a document describes it, whatever the version. References are resolved. */
export interface DescribedOperation {
  readonly id: OperationId;
  /** The document's own spelling of the path. */
  readonly path: string;
  /** In lower case, as in the document. */
  readonly method: string;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}

/** The operations that a document describes, of the 12, in the order of the operation ids. */
export function describedOperations(part: JsonObject, oauthPaths: OauthPaths): DescribedOperation[] {
  const paths = objectOrEmpty(part['paths']);
  return operationIds.flatMap((id) => {
    const [upperMethod, contractPath] = operationPaths[id];
    const path = oauthPaths.spelling.get(contractPath);
    if (path === undefined) return [];
    const method = upperMethod.toLowerCase();
    const pathItem = objectOrEmpty(paths[path]);
    const operation = pathItem[method];
    return isJsonObject(operation) ? [{ id, path, method, pathItem, operation }] : [];
  });
}

/** The parameters of an operation, both its own and those of its path. */
export function declaredParameters({ pathItem, operation }: DescribedOperation): JsonObject[] {
  return [...arrayOrEmpty(pathItem['parameters']), ...arrayOrEmpty(operation['parameters'])].filter(
    isJsonObject,
  );
}

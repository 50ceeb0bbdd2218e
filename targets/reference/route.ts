import { operationIds, operationPaths } from '../../spec/operation-ids.ts';
import type { OperationId } from '../../spec/operation-ids.ts';

/** The path below which the contract's operations are. */
export const basePath = '/api/nutanix/v3';

/** An operation of the contract, or the gateway's own `users_me`, which returns the caller by Basic or Bearer. */
export type RoutedOperation = OperationId | 'users_me';

/** A path of this target, with the operation for each of its methods. */
export interface Resource {
  readonly operations: ReadonlyMap<string, RoutedOperation>;
  /** Value of the Allow header (RFC 9110 section 10.2.1). */
  readonly allow: string;
}

/** The target of a request. */
export interface Route {
  /** Null if the path is unknown. */
  readonly resource: Resource | null;
  /** Null if the path is unknown or does not have the method. */
  readonly operation: RoutedOperation | null;
  /** The last segment of the path, not decoded: the `client_id`, if the operation has one. */
  readonly clientId: string;
}

const resources = buildResources();
const lastSegment = /(?<![^/])[^/]+$/;

/** Finds the operation for a method and a path as sent, without its query. HEAD is routed as GET. */
export function findRoute(method: string, path: string): Route {
  const resource = resources.get(path) ?? resources.get(path.replace(lastSegment, '{client_id}')) ?? null;
  const operation = resource?.operations.get(method === 'HEAD' ? 'GET' : method) ?? null;
  return { resource, operation, clientId: path.slice(path.lastIndexOf('/') + 1) };
}

function buildResources(): ReadonlyMap<string, Resource> {
  const byPath = new Map<string, Map<string, RoutedOperation>>([
    [`${basePath}/users/me`, new Map([['GET', 'users_me'] as const])],
  ]);
  for (const id of operationIds) {
    const [method, below] = operationPaths[id];
    const path = `${basePath}${below}`;
    byPath.set(path, (byPath.get(path) ?? new Map<string, RoutedOperation>()).set(method, id));
  }
  return new Map([...byPath].map(([path, operations]) => [path, { operations, allow: allowOf(operations) }]));
}

function allowOf(operations: ReadonlyMap<string, RoutedOperation>): string {
  const methods = [...operations.keys()];
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

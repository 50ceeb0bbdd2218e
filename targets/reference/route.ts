import { operationIds, operationPaths, type OperationId } from '../../spec/operation-ids.ts';

/** The path that the contract's operations live below. */
export const basePath = '/api/nutanix/v3';

/** An operation of the contract, or the gateway's own `users_me`: who the caller is, by Basic or Bearer. */
export type RoutedOperation = OperationId | 'users_me';

/** A path of this target, with the operation behind each of its methods. */
export interface Resource {
  readonly operations: ReadonlyMap<string, RoutedOperation>;
  /** Value of the Allow header (RFC 9110 section 10.2.1). */
  readonly allow: string;
}

/** Where a request leads. */
export interface Route {
  /** Null where the path is unknown. */
  readonly resource: Resource | null;
  /** Null where the path is unknown or does not have the method. */
  readonly operation: RoutedOperation | null;
  /** The path's `client_id`, not yet decoded, or the empty text. */
  readonly clientId: string;
}

const clientPrefix = '/oauth/client/';
const resources = buildResources();

/** Finds the operation for a method and a path as sent, without its query. HEAD is routed as GET. */
export function findRoute(method: string, path: string): Route {
  const below = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : '';
  const fixed = resources.get(below);
  if (fixed !== undefined) return routeTo(fixed, method, '');
  const clientId = below.startsWith(clientPrefix) ? below.slice(clientPrefix.length) : '';
  const byId = resources.get(`${clientPrefix}{client_id}`);
  if (clientId === '' || clientId.includes('/') || byId === undefined) {
    return { resource: null, operation: null, clientId: '' };
  }
  return routeTo(byId, method, clientId);
}

function routeTo(resource: Resource, method: string, clientId: string): Route {
  const operation = resource.operations.get(method === 'HEAD' ? 'GET' : method) ?? null;
  return { resource, operation, clientId };
}

function buildResources(): ReadonlyMap<string, Resource> {
  const byPath = new Map<string, Map<string, RoutedOperation>>([
    ['/users/me', new Map([['GET', 'users_me'] as const])],
  ]);
  for (const id of operationIds) {
    const [method, path] = operationPaths[id];
    byPath.set(path, (byPath.get(path) ?? new Map<string, RoutedOperation>()).set(method, id));
  }
  return new Map([...byPath].map(([path, operations]) => [path, { operations, allow: allowOf(operations) }]));
}

function allowOf(operations: ReadonlyMap<string, RoutedOperation>): string {
  const methods = [...operations.keys()];
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

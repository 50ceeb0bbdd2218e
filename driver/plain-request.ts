import { Buffer } from 'node:buffer';
import type { RequiredParts } from '../spec/operation.ts';
import type { WireRequest } from './exchange.ts';

/** The user, and the base path of the requests. */
export interface TargetLogin {
  /** Without a trailing slash, such as `/api/nutanix/v3`. */
  readonly basePath: string;
  readonly username: string;
  readonly password: string;
  /** What the contract requires of any request to an operation; absent for nothing. */
  readonly required?: readonly RequiredParts[];
}

/** A request of our own, outside of any case, with the right credentials and an optional JSON body. */
export function plainRequest(
  { basePath, username, password, required }: TargetLogin,
  method: string,
  path: string,
  json?: unknown,
): WireRequest {
  const credentials = Buffer.from(`${username}:${password}`).toString('base64');
  const { query = [], headers = [] } = required?.find((parts) => isFor(parts, method, path)) ?? {};
  const pairs = query.map((pair) => pair.map(encodeURIComponent).join('='));
  return {
    method,
    path: `${basePath}${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`,
    headers: [
      ['Authorization', `Basic ${credentials}`],
      ['Accept', 'application/json'],
      ['Accept-Encoding', 'identity'],
      ...(json === undefined ? [] : [['Content-Type', 'application/json'] as const]),
      ...headers,
    ],
    body: json === undefined ? null : Buffer.from(JSON.stringify(json)),
  };
}

/** A client is addressed by one segment, and no client has the id `list`, which belongs to a path of its own. */
function isFor(parts: RequiredParts, method: string, path: string): boolean {
  const template = new RegExp(`^${parts.path.replaceAll(/\{[^{}]*\}/g, '[^/]+')}$`);
  return parts.method === method && template.test(path);
}

/** The path of a client below the base path. */
export function clientPath(id: string): string {
  // A lone surrogate has no UTF-8, so it is replaced as any encoder would.
  return `/oauth/client/${encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))}`;
}

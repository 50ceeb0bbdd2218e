import { Buffer } from 'node:buffer';
import type { WireRequest } from './exchange.ts';

/** The user, and the base path of the requests. */
export interface TargetLogin {
  /** Without a trailing slash, such as `/api/nutanix/v3`. */
  readonly basePath: string;
  readonly username: string;
  readonly password: string;
}

/** A request of our own, outside of any case, with the right credentials and an optional JSON body. */
export function plainRequest(
  { basePath, username, password }: TargetLogin,
  method: string,
  path: string,
  json?: unknown,
): WireRequest {
  const credentials = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    method,
    path: `${basePath}${path}`,
    headers: [
      ['Authorization', `Basic ${credentials}`],
      ['Accept', 'application/json'],
      ...(json === undefined ? [] : [['Content-Type', 'application/json'] as const]),
    ],
    body: json === undefined ? null : Buffer.from(JSON.stringify(json)),
  };
}

/** The path of a client below the base path. */
export function clientPath(id: string): string {
  // A lone surrogate has no UTF-8, so it is replaced as any encoder would.
  return `/oauth/client/${encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))}`;
}

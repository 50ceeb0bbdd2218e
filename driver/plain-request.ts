import { Buffer } from 'node:buffer';
import type { WireRequest } from './exchange.ts';

/** Who asks, and under which path. */
export interface TargetLogin {
  /** Such as `/api/nutanix/v3`, without a slash at the end. */
  readonly basePath: string;
  readonly username: string;
  readonly password: string;
}

/** A request of ours, outside of any case: with the right credentials, and with a JSON body where one is given. */
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
  // A lone surrogate has no UTF-8; what stands for it is what any encoder sends.
  return `/oauth/client/${encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))}`;
}

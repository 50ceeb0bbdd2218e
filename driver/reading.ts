import type { WireRequest } from './exchange.ts';

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Whether a request changes nothing, even on a target with defects: it reads by its method, or it is the list. A
 * broken body of the list is still one; another spelling of its path may be something else to the target.
 */
export function isReading({ method, path }: Pick<WireRequest, 'method' | 'path'>, basePath: string): boolean {
  return readingMethods.has(method) || (method === 'POST' && path === `${basePath}/oauth/client/list`);
}

/** Whether the request may be sent again when its answer got lost: the end is the same (RFC 9110 section 9.2.2). */
export function isRepeatable(request: WireRequest, basePath: string): boolean {
  return request.method === 'PUT' || request.method === 'DELETE' || isReading(request, basePath);
}

import type { Failure, HttpResponse } from '../../driver/exchange.ts';
import type { Case } from '../../generators/case.ts';
import type { SchemaError } from '../../spec/compile-schema.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import { documentedResponse } from '../../spec/operation.ts';
import type { DocumentedResponse } from '../../spec/operation.ts';
import type { Answered, Attempt, Violation } from '../rule.ts';
import { isLogin } from './operations.ts';
import { hasOddPath } from './request.ts';

/**
 * Tells whether an answer only says that the target is rate limiting or shedding load: 429, or 503 with Retry-After
 * (RFC 9110 section 10.2.3). It says nothing about the request, so most rules skip it.
 */
export function isThrottled(response: HttpResponse): boolean {
  return response.status === 429 || (response.status === 503 && response.headers.has('retry-after'));
}

/**
 * Tells whether a case is about something that a gateway in front of the application may decide: credentials,
 * method or path.
 */
export function isGatewayLevel({ aspect }: Case): boolean {
  return aspect === 'credentials' || aspect === 'method' || aspect === 'path';
}

/** Values that vary in practice. `token_type` has its own rule, and vocabularies grow between builds. */
const openEnum = /\/(?:kind|reason|token_type)$/;

/** Gateways have sent details as text and as a map of lists. */
const details = /^\/message_list\/\d+\/details(?:\/|$)/;

/** The kinds that OAuth models use. The contract tags tokens with the last one. */
export const knownKinds: readonly unknown[] = ['oauth', 'oauth_client', 'oauth_token'];

/**
 * Tells whether a success fails its schema only in a way that real builds are known to do and that is harmless. A page
 * without entities has the length 0, but the contract reuses the request model for its metadata, with a minimum of 1.
 */
export function isSchemaDrift({ pointer, keyword }: SchemaError, json: unknown): boolean {
  if (details.test(pointer)) return true;
  if (keyword === 'enum') {
    const isKind = pointer.endsWith('/kind');
    return openEnum.test(pointer) && (!isKind || knownKinds.includes(resolvePointer(json, pointer)));
  }
  return keyword === 'minimum' && pointer === '/metadata/length' && resolvePointer(json, pointer) === 0;
}

/**
 * Tells whether the operation itself answers. Cases with another method or path may reach another operation, the router
 * or a gateway.
 */
export function answersOperation({ case: { aspect } }: Attempt): boolean {
  return aspect !== 'method' && aspect !== 'path';
}

/** How the contract documents this answer if it is a documented success, else null. */
export function documentedSuccess(answered: Answered): DocumentedResponse | null {
  const { status } = answered.response;
  if (status >= 400 || !answersOperation(answered)) return null;
  return documentedResponse(answered.operation, status);
}

/** Tells whether the request reached the target, so that the target is responsible for the outcome. */
export function reachedTarget({ exchange: { failure } }: Attempt): boolean {
  return (
    failure === null ||
    failure.kind === 'hang' ||
    failure.kind === 'reset' ||
    failure.kind === 'short-body' ||
    failure.kind === 'malformed'
  );
}

/** A violation if the exchange failed in one of these ways. */
export function failedAs(
  { exchange: { failure } }: Attempt,
  kinds: readonly Failure['kind'][],
): readonly Violation[] {
  return failure !== null && kinds.includes(failure.kind)
    ? [{ at: 'status', expected: 'a whole answer', actual: failure.message }]
    : [];
}

/**
 * Who is responsible for the format of an error. The `operation` must use the documented envelope. A `gateway` in front
 * of it is only expected to.
 */
export type ErrorDuty = 'operation' | 'gateway';

/** Statuses that servers and proxies send themselves, before an application sees the request. */
const gatewayStatuses: ReadonlySet<number> = new Set([405, 408, 413, 414, 421, 429, 431]);

/**
 * Who is responsible for the format of this error. Null if it is not an error, may have no body, or only sheds load.
 */
export function errorDuty(answered: Answered): ErrorDuty | null {
  const { status } = answered.response;
  if (status < 400 || answered.exchange.request.method === 'HEAD') return null;
  if (isThrottled(answered.response)) return null;
  if (status >= 500 || gatewayStatuses.has(status) || isGatewayLevel(answered.case)) return 'gateway';
  // Only the token operation documents its own 401, for client authentication.
  if (status === 401 && answered.operation.id !== 'oauth_token_post') return 'gateway';
  if (hasOddPath(answered.exchange.request)) return 'gateway';
  switch (answered.case.expectation) {
    case 'refuse':
    case 'either':
      return 'operation';
    case 'accept':
      // Without an identity provider, logins may refuse any request, but with an envelope.
      return isLogin(answered.operation.id) ? 'operation' : 'gateway';
    case 'clean':
      return 'gateway';
  }
}

import type { Failure, HttpResponse } from '../../driver/exchange.ts';
import type { Case } from '../../generators/case.ts';
import type { SchemaError } from '../../spec/compile-schema.ts';
import { resolvePointer } from '../../spec/json-pointer.ts';
import type { DocumentedResponse } from '../../spec/operation.ts';
import type { Answered, Attempt, Violation } from '../rule.ts';
import { isLogin } from './operations.ts';
import { hasOddPath } from './request.ts';

/**
 * Tells whether an answer only says that the target is limiting the rate or shedding load: 429, or 503 with
 * Retry-After (RFC 9110 section 10.2.3). It says nothing of the request, so most rules pass it over.
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

/** Values that are open in practice: a rule of its own judges `token_type`, vocabularies grow between builds. */
const openEnum = /\/(?:kind|reason|token_type)$/;

/** Gateways have sent details as a text and as a map of lists. */
const details = /^\/message_list\/\d+\/details(?:\/|$)/;

/** The kinds under which OAuth models go; the contract tags tokens with the last one. */
const knownKinds: readonly unknown[] = ['oauth', 'oauth_client', 'oauth_token'];

/**
 * Tells whether a success fails its schema only in a way that is known of real builds and does no harm. A page
 * without entities has the length 0: the contract gives its metadata the model of the request, whose minimum is 1.
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
 * Tells whether it is the operation that answers: not a case with another method or another path, which meets
 * another operation, the router or a gateway.
 */
export function answersOperation({ case: { aspect } }: Attempt): boolean {
  return aspect !== 'method' && aspect !== 'path';
}

/** How the contract documents this answer, where it is the operation's success by number; else null. */
export function documentedSuccess(answered: Answered): DocumentedResponse | null {
  const { status } = answered.response;
  if (status >= 400 || !answersOperation(answered)) return null;
  return answered.operation.responses[status] ?? null;
}

/** Tells whether the target was reached, so that what became of the request is its doing. */
export function reachedTarget({ exchange: { failure } }: Attempt): boolean {
  return (
    failure === null ||
    failure.kind === 'hang' ||
    failure.kind === 'reset' ||
    failure.kind === 'short-body' ||
    failure.kind === 'malformed'
  );
}

/** The violation by an exchange that failed in one of these ways, if it did. */
export function failedAs(
  { exchange: { failure } }: Attempt,
  kinds: readonly Failure['kind'][],
): readonly Violation[] {
  return failure !== null && kinds.includes(failure.kind)
    ? [{ at: 'status', expected: 'a whole answer', actual: failure.message }]
    : [];
}

/**
 * Who answers for the form of an error: the `operation`, which owes the documented envelope, or a `gateway` before
 * it, which is only expected to use it.
 */
export type ErrorDuty = 'operation' | 'gateway';

/** Statuses that servers and proxies make on their own, before an application sees the request. */
const gatewayStatuses: ReadonlySet<number> = new Set([405, 408, 413, 414, 421, 429, 431]);

/** Who answers for the form of this answer, or null where it is no error with a body or only sheds load. */
export function errorDuty(answered: Answered): ErrorDuty | null {
  const { status } = answered.response;
  if (status < 400 || answered.exchange.request.method === 'HEAD') return null;
  if (isThrottled(answered.response)) return null;
  if (status >= 500 || gatewayStatuses.has(status) || isGatewayLevel(answered.case)) return 'gateway';
  // Only the token operation documents a 401 of its own, for the authentication of the client.
  if (status === 401 && answered.operation.id !== 'oauth_token_post') return 'gateway';
  if (hasOddPath(answered.exchange.request)) return 'gateway';
  switch (answered.case.expectation) {
    case 'refuse':
    case 'either':
      return 'operation';
    case 'accept':
      // The logins may refuse anything where the target has no identity provider, with an envelope.
      return isLogin(answered.operation.id) ? 'operation' : 'gateway';
    case 'clean':
      return 'gateway';
  }
}

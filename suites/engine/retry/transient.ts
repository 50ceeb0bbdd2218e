import type { Exchange } from '../../../driver/exchange.ts';
import type { Case, Step } from '../../../generators/case.ts';

/** Statuses that a gateway under load sporadically returns for valid requests. */
const strained: ReadonlySet<number> = new Set([429, 502, 503]);
const refusing: ReadonlySet<number> = new Set([401, 403]);

/**
 * Whether an answer may be a transient answer of the gateway rather than the application's, so that what it shows has
 * to reproduce before it counts against a target. The answer to a repeated request also counts as transient. For
 * requests that race one another, a refusal may well be the expected answer.
 */
export function mayBeTransient(step: Step, exchange: Exchange): boolean {
  if (isStrained(exchange) || exchange.isRepeated === true) return true;
  return step.together === undefined && refusing.has(exchange.response?.status ?? 0);
}

/**
 * Whether an answer is so unlikely for its request that the request is repeated at once. A refusal is unlikely only if
 * the credentials are right, or none are needed. Racing requests are not sent again, since the race is over.
 */
export function isUnlikely(testCase: Case, step: Step, exchange: Exchange): boolean {
  if (step.together !== undefined) return false;
  if (isStrained(exchange)) return true;
  if (!refusing.has(exchange.response?.status ?? 0)) return false;
  const { type } = step.request.credentials;
  // Without credentials, only operations may be open, but no other resource of the gateway.
  const isOpen = testCase.aspect !== 'credentials' && step.operation !== 'gateway';
  return type === 'valid' || (type === 'none' && isOpen);
}

function isStrained({ response, failure }: Exchange): boolean {
  return response === null
    ? failure?.kind === 'reset' || failure?.kind === 'hang'
    : strained.has(response.status);
}

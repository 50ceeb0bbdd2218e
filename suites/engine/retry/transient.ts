import type { Exchange } from '../../../driver/exchange.ts';
import type { Case, Step } from '../../../generators/case.ts';

/** What a gateway under load answers now and then to requests that are in order. */
const strained: ReadonlySet<number> = new Set([429, 502, 503]);
const refusing: ReadonlySet<number> = new Set([401, 403]);

/**
 * Whether an answer may be a transient answer of the gateway and not the application's, so that what it shows has to show again to
 * be held against a target; so is one to a request that was sent twice. Of requests that race one another a refusal may well be the answer that was asked for.
 */
export function mayBeTransient(step: Step, exchange: Exchange): boolean {
  if (isStrained(exchange) || exchange.isRepeated === true) return true;
  return step.together === undefined && refusing.has(exchange.response?.status ?? 0);
}

/**
 * Whether an answer is unlikely enough for its request to ask again at once: a refusal only where the credentials are
 * right, or none are needed. Racing requests are not sent again: the race is over.
 */
export function isUnlikely(testCase: Case, step: Step, exchange: Exchange): boolean {
  if (step.together !== undefined) return false;
  if (isStrained(exchange)) return true;
  if (!refusing.has(exchange.response?.status ?? 0)) return false;
  const { type } = step.request.credentials;
  // Without credentials only operations may be open, and no other resource of the gateway.
  const isOpen = testCase.aspect !== 'credentials' && step.operation !== 'gateway';
  return type === 'valid' || (type === 'none' && isOpen);
}

function isStrained({ response, failure }: Exchange): boolean {
  return response === null
    ? failure?.kind === 'reset' || failure?.kind === 'hang'
    : strained.has(response.status);
}

import type { Attempt } from '../rule.ts';

/**
 * Tells whether it is the operation that answers: not a case with another method or another path, which meets
 * another operation, the router or a gateway.
 */
export function answersOperation({ case: { aspect } }: Attempt): boolean {
  return aspect !== 'method' && aspect !== 'path';
}

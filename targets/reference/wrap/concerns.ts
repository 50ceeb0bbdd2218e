import type { OperationId } from '../../../spec/operation-ids.ts';
import type { Call } from '../call.ts';

/** Which calls a wrapper is for: some operations, or everything, known path or not. */
export type Concern = readonly OperationId[] | 'all';

/** Tells whether a call is a wrapper's concern. */
export function concerns(operations: Concern, call: Call): boolean {
  return operations === 'all' || operations.some((operation) => operation === call.operation);
}

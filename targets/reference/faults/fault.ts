import type { OperationId } from '../../../spec/operation-ids.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';

/** A defect that the reference target can be told to have. */
export interface Fault {
  /** The value of `--fault`. Unique, and never changed. */
  readonly id: string;
  readonly description: string;
  /** Ids of the rules that must find it. */
  readonly trips: readonly string[];
  /** The operations that have the defect, if not all of them can. */
  readonly operations?: readonly OperationId[];
  readonly install: (behaviour: ReferenceBehaviour) => void;
}

import type { ReferenceBehaviour } from '../behaviour.ts';

/** Another lawful behaviour: with it, the reference target still violates no MUST. */
export interface Variant {
  /** Unique, and never changed. */
  readonly id: string;
  readonly description: string;
  readonly install: (behaviour: ReferenceBehaviour) => void;
}

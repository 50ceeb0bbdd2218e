import type { ReferenceBehaviour } from '../behaviour.ts';

/** Another way to be lawful: with it, the reference target still violates no MUST. */
export interface Variant {
  /** Unique, and kept. */
  readonly id: string;
  readonly description: string;
  readonly install: (behaviour: ReferenceBehaviour) => void;
}

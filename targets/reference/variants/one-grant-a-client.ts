import { fault } from '../faults/grant-ends-earlier-ones.ts';
import type { Variant } from './variant.ts';

/** A user has one session with a client. It is advised against, and so a fault, of a rule that only warns. */
export const variant: Variant = {
  id: 'one-grant-a-client',
  description: 'A new grant of a client ends its earlier tokens.',
  install: fault.install,
};

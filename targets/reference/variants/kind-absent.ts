import { onError } from '../wrap/on-error.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Variant } from './variant.ts';

/** Envelopes have no kind, as most that were recorded. */
export const variant: Variant = {
  id: 'kind-absent',
  description: 'Envelopes have no kind, as most that were recorded.',
  install: (behaviour) => {
    onError(behaviour, 'all', (envelope) => withoutMembers(envelope, 'kind'));
  },
};

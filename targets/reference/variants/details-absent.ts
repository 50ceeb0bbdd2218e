import { onMessage } from '../wrap/on-message.ts';
import { withoutMembers } from '../wrap/without-members.ts';
import type { Variant } from './variant.ts';

/** Refusals are not detailed. */
export const variant: Variant = {
  id: 'details-absent',
  description: 'Refusals are not detailed.',
  install: (behaviour) => {
    onMessage(behaviour, 'all', (message) => withoutMembers(message, 'details'));
  },
};

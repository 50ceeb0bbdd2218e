import { Refusal } from '../refusal.ts';
import { bodyMembers } from '../wrap/body-members.ts';
import type { Variant } from './variant.ts';

/** A page of more than 500 clients is refused, as by the limit of older descriptions. */
export const variant: Variant = {
  id: 'long-pages-refused',
  description: 'A page of more than 500 clients is refused, as by the limit of older descriptions.',
  install: (behaviour) => {
    behaviour.preconditions.push((call) => {
      if (call.operation === 'oauth_client_list_post' && Number(bodyMembers(call)['length'] ?? 0) > 500)
        throw new Refusal(422, 'INVALID_ARGUMENT', 'A page has 500 clients at the most.');
    });
  },
};

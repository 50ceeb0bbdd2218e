import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_authorize_post'] as const;

/** A denied authorization is answered with an envelope instead of a redirect. */
export const variant: Variant = {
  id: 'denial-refused',
  description: 'A denied authorization is answered with an envelope instead of a redirect.',
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => bodyForm(call).get('confirm') === 'no');
  },
};

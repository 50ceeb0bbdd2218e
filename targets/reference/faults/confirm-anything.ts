import { onForm } from '../wrap/on-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** Whatever is not no counts as consent. */
export const fault: Fault = {
  id: 'confirm-anything',
  description: 'Whatever is not no counts as consent.',
  trips: ['request.invalid.refused', 'authorize.closed-list.no-code'],
  operations,
  install: (behaviour) => {
    onForm(behaviour, operations, (form) => {
      form.set('confirm', form.get('confirm') === 'no' ? 'no' : 'yes');
      return form;
    });
  },
};

import { mapForm } from '../wrap/map-form.ts';
import { onForm } from '../wrap/on-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A denied authorization yields a code. */
export const fault: Fault = {
  id: 'denial-yields-code',
  description: 'A denied authorization yields a code.',
  trips: ['authorize.denial.no-code'],
  operations,
  install: (behaviour) => {
    onForm(behaviour, operations, (form) =>
      mapForm(form, (value, name) => (name === 'confirm' && value === 'no' ? 'yes' : value)),
    );
  },
};

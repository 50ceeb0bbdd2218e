import { mapForm } from '../wrap/map-form.ts';
import { onForm } from '../wrap/on-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** Case and spaces of grant_type are ignored. */
export const fault: Fault = {
  id: 'grant-type-in-any-case',
  description: 'Case and spaces of grant_type are ignored.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onForm(behaviour, operations, (form) =>
      mapForm(form, (value, name) => (name === 'grant_type' ? value.trim().toLowerCase() : value)),
    );
  },
};

import { mapForm } from '../wrap/map-form.ts';
import { onForm } from '../wrap/on-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

let last = '';

/** Any code is as good as the last one issued. */
export const fault: Fault = {
  id: 'code-of-any-value',
  description: 'Any code is as good as the last one issued.',
  trips: ['code.invented.refused'],
  operations,
  install: (behaviour) => {
    onForm(behaviour, operations, (form) => mapForm(form, (value, name) => (name === 'code' ? last : value)));
    const make = behaviour.newCode;
    behaviour.newCode = () => (last = make());
  },
};

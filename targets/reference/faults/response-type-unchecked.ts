import { onForm } from '../wrap/on-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** Every response_type counts as code. */
export const fault: Fault = {
  id: 'response-type-unchecked',
  description: 'Every response_type counts as code.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onForm(behaviour, operations, (form) => {
      form.set('response_type', 'code');
      return form;
    });
  },
};

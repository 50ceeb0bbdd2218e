import { onForm } from '../wrap/on-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A missing or unknown grant_type is guessed from what else was sent. */
export const fault: Fault = {
  id: 'grant-type-guessed',
  description: 'A missing or unknown grant_type is guessed from what else was sent.',
  trips: ['request.invalid.refused', 'token.grant-type.closed'],
  operations,
  install: (behaviour) => {
    onForm(behaviour, operations, (form) => {
      form.set('grant_type', form.has('code') ? 'authorization_code' : 'refresh_token');
      return form;
    });
  },
};

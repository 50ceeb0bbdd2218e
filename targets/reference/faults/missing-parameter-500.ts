import { bodyForm } from '../wrap/body-form.ts';
import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A missing parameter is an exception. */
export const fault: Fault = {
  id: 'missing-parameter-500',
  description: 'A missing parameter is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, (call) =>
      ['grant_type', 'client_id', 'client_secret'].some((name) => !bodyForm(call).has(name)),
    );
  },
};

import { bodyForm } from '../wrap/body-form.ts';
import { failWhen } from '../wrap/fail-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post', 'oauth_token_post'] as const;

/** A parameter that is a property of every object ends in a server error. */
export const fault: Fault = {
  id: 'parameter-of-language-500',
  description: 'A parameter that is a property of every object ends in a server error.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(behaviour, operations, (call) => [...bodyForm(call).keys()].some((name) => name in {}));
  },
};

import { randomText } from '../behaviour.ts';
import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A refresh returns a new refresh token and does not store it. */
export const fault: Fault = {
  id: 'returned-refresh-token-unknown',
  description: 'A refresh returns a new refresh token and does not store it.',
  trips: ['refresh.returned-token.works'],
  operations: operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call) =>
      bodyForm(call).has('refresh_token') ? { ...body, refresh_token: randomText(32) } : body,
    );
  },
};

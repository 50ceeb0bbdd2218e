import { bodyForm } from '../wrap/body-form.ts';
import { onSuccess } from '../wrap/on-success.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A refresh gives the scope that it asks for where that starts with the one that was granted. */
export const fault: Fault = {
  id: 'scope-by-prefix-on-refresh',
  description: 'A refresh gives the scope that it asks for where that starts with the one that was granted.',
  trips: ['refresh.scope.within-grant'],
  operations,
  install: (behaviour) => {
    onSuccess(behaviour, operations, (body, call) => {
      const form = bodyForm(call);
      const asked = form.get('scope') ?? '';
      const isPrefixed = asked.startsWith(String(body['scope'])) && !asked.includes(' ');
      return form.get('grant_type') === 'refresh_token' && isPrefixed ? { ...body, scope: asked } : body;
    });
  },
};

import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A code goes with the redirect URI of the last authorization of its client. */
export const fault: Fault = {
  id: 'code-redirect-uri-of-last',
  description: 'A code goes with the redirect URI of the last authorization of its client.',
  trips: ['code.redirect.bound'],
  install: (behaviour) => {
    const last = new Map<string, string>();
    onCall(behaviour, operations, (call) => {
      const form = bodyForm(call);
      last.set(form.get('client_id') ?? '', form.get('redirect_uri') ?? '');
      return call;
    });
    behaviour.codeFitsRedirectUri = (code, redirectUri) => redirectUri === last.get(code.clientId);
  },
};

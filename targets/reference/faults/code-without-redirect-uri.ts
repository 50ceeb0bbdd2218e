import { onForm } from '../wrap/on-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

const absent = 'urn:absent';

/** A code can be redeemed without the redirect URI. */
export const fault: Fault = {
  id: 'code-without-redirect-uri',
  description: 'A code can be redeemed without the redirect URI.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    const fits = behaviour.codeFitsRedirectUri;
    behaviour.codeFitsRedirectUri = (code, uri) => uri === absent || fits(code, uri);
    onForm(behaviour, operations, (form) => {
      if (!form.get('redirect_uri')) form.set('redirect_uri', absent);
      return form;
    });
  },
};

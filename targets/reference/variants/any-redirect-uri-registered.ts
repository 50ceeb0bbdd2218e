import type { Variant } from './variant.ts';

/** Redirect URIs are not looked at when they are registered, but for their fragments; those that are no URIs cannot be used. */
export const variant: Variant = {
  id: 'any-redirect-uri-registered',
  description:
    'Redirect URIs are not looked at when they are registered, but for their fragments; those that are no URIs cannot be used.',
  install: (behaviour) => {
    const isUri = behaviour.acceptsRedirectUri;
    const matches = behaviour.redirectUriMatches;
    behaviour.acceptsRedirectUri = (uri) => !uri.includes('#');
    behaviour.redirectUriMatches = (given, registered) => isUri(given) && matches(given, registered);
  },
};

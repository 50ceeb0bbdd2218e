import type { Server } from './server.ts';

/** Flask-OAuthlib, by all signs the framework of the real product. */
const flaskOauthlib: Server = {
  id: 'flask-oauthlib',
  name: 'Flask-OAuthlib',
  version: '0.9.6',
  language: 'Python',
  adapter: 'flask-oauthlib',
  ownConsent: true,
  note: 'The provider with the handlers of its documentation: one token for each client and user, codes that live for 100 seconds, an error page of its own. Its models are in memory.',
};

/** The servers, in the order of their page. */
export const servers: readonly Server[] = [flaskOauthlib];

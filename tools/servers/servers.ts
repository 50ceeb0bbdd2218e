import type { Server } from './server.ts';

/** Versions of one library, served by one adapter. */
function versions(
  common: Pick<Server, 'name' | 'language' | 'adapter'>,
  notes: Readonly<Record<string, string>>,
): readonly Server[] {
  return Object.entries(notes).map(([version, note]) => ({
    ...{ id: `${common.adapter}-${version}`, ...common, version, note },
  }));
}

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

const node = { language: 'Node', adapter: 'node-oauth2-server' } as const;

/** The servers, in the order of their page. */
export const servers: readonly Server[] = [
  flaskOauthlib,
  ...versions(
    { name: '@node-oauth/oauth2-server', ...node },
    {
      '5.3.0':
        'Behind express, with its defaults: it asks for a state. It has no revocation; the adapter removes the token from the model.',
      '5.0.0': 'A release that tells the scope of a token as an array.',
    },
  ),
  ...versions(
    { name: 'oauth2-server', ...node },
    {
      '3.1.1': 'The library before its fork, served in the same way.',
      '3.0.2': 'The last release that grants a code for any scope.',
    },
  ),
  ...versions(
    { name: '@jmondi/oauth2-server', language: 'Node', adapter: 'jmondi-oauth2-server' },
    {
      '4.3.7':
        'Behind express, without PKCE, which the contract has no parameters for. It reads authorizations from the query, where the adapter puts the form; it protects no resources, so that the adapter judges Bearer tokens.',
    },
  ),
  ...versions(
    { name: 'ory/fosite', language: 'Go', adapter: 'fosite' },
    {
      '0.34.0': 'As its README sets it up, with its own memory store. It asks for a state of 8 characters.',
      '0.34.1': 'The release that mends its matching of redirect URIs.',
    },
  ),
  ...versions(
    { name: 'go-oauth2/oauth2', language: 'Go', adapter: 'go-oauth2' },
    {
      '4.5.4':
        "As its README sets it up, with its own store of tokens in memory; clients with several redirect URIs, compared exactly, are the adapter's. It has no revocation endpoint; the adapter calls its manager.",
    },
  ),
  ...versions(
    { name: 'Spring Security OAuth', language: 'Java', adapter: 'spring-security-oauth2' },
    {
      '2.3.0':
        'With its own endpoints, token services and stores in memory, and the approval handler that remembers nothing. It has no revocation endpoint; the adapter calls its token services.',
      '2.3.4': 'A release that compares the whole path of redirect URIs.',
      '2.3.5': 'The release that compares more than scheme, host, port and path of redirect URIs.',
      '2.3.6': 'The release that takes no subdomain for the registered host.',
    },
  ),
  ...versions(
    { name: 'Authlib', language: 'Python', adapter: 'authlib' },
    {
      '1.6.9': 'Its server for Flask with the grants of its documentation, and models in memory.',
      '1.6.10': 'The release that checks the redirect URI before it tells an error there.',
      '1.7.2': 'A release that knows which scope stands for one that is left out.',
    },
  ),
  ...versions(
    { name: 'oauthlib', language: 'Python', adapter: 'oauthlib' },
    {
      '2.1.0': 'Its WebApplicationServer with a request validator as its tutorial describes it.',
      '3.0.2': 'The last release that takes parameters of a POST from the query.',
      '3.1.0': 'The release that refuses them there.',
      '3.2.1': 'The last release with the slow pattern for URIs.',
      '3.2.2': 'The release that mends it.',
    },
  ),
];

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

function nodeOauth2Server(version: string, dependency: string, note: string): Server {
  return {
    id: `node-oauth2-server-${version}`,
    name: dependency,
    ...{ version, language: 'Node', adapter: 'node-oauth2-server', note },
    pins: { 'oauth2-server': `npm:${dependency}@${version}` },
  };
}

function fosite(version: string, note: string): Server {
  return {
    ...{ id: `fosite-${version}`, name: 'ory/fosite', version, language: 'Go', adapter: 'fosite', note },
    pins: { 'github.com/ory/fosite': `v${version}` },
  };
}

function python(name: string, version: string, note: string): Server {
  const adapter = name.toLowerCase();
  return {
    ...{ id: `${adapter}-${version}`, name, version, language: 'Python', adapter, note },
    pins: { [name]: version },
  };
}

/** The servers, in the order of their page. */
export const servers: readonly Server[] = [
  flaskOauthlib,
  nodeOauth2Server(
    '5.3.0',
    '@node-oauth/oauth2-server',
    'Behind express, with its defaults: it asks for a state. It has no revocation; the adapter removes the token from the model.',
  ),
  nodeOauth2Server('3.1.1', 'oauth2-server', 'The library before its fork, served in the same way.'),
  fosite(
    '0.34.0',
    'As its README sets it up, with its own memory store. It asks for a state of 8 characters.',
  ),
  fosite('0.34.1', 'The release that mends its matching of redirect URIs (CVE-2020-15233, CVE-2020-15234).'),
  python(
    'Authlib',
    '1.6.9',
    'Its server for Flask with the grants of its documentation, and models in memory.',
  ),
  python(
    'Authlib',
    '1.6.10',
    'The release that checks the redirect URI before it tells an error there (CVE-2026-44681).',
  ),
  python(
    'oauthlib',
    '3.2.0',
    'Its WebApplicationServer with a request validator as its tutorial describes it.',
  ),
  python('oauthlib', '3.2.1', 'The release after it.'),
];

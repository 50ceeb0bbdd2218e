import type { Vulnerability } from './vulnerability.ts';

const exact = { operation: 'session', rule: 'authorize.redirect.exact' } as const;
const fosite = { vulnerable: 'fosite-0.34.0', mended: 'fosite-0.34.1' } as const;

/** The published vulnerabilities and defects for whose sake there are two versions of a server. */
export const vulnerabilities: readonly Vulnerability[] = [
  {
    id: 'CVE-2019-3778',
    what: 'A redirect URI that a browser takes to another host counts as the registered one, since its user information and query are not compared.',
    source: 'advisory of Spring Security OAuth, mended in 2.3.5',
    ...{ vulnerable: 'spring-security-oauth2-2.3.4', mended: 'spring-security-oauth2-2.3.5' },
    shown: { ...exact, family: 'authorize.redirect.backslash' },
  },
  {
    id: 'CVE-2019-11269',
    what: 'A subdomain of the registered host counts as that host.',
    source: 'advisory of Spring Security OAuth, mended in 2.3.6',
    ...{ vulnerable: 'spring-security-oauth2-2.3.5', mended: 'spring-security-oauth2-2.3.6' },
    shown: { ...exact, family: 'authorize.redirect.subdomain' },
  },
  {
    id: 'CVE-2020-15233',
    what: 'Redirect URIs on loopback are compared without their query.',
    source: 'advisory of fosite, mended in 0.34.1',
    ...fosite,
    shown: { ...exact, family: 'authorize.redirect.loopback-query' },
  },
  {
    id: 'CVE-2020-15234',
    what: 'Redirect URIs are compared without regard to case.',
    source: 'advisory of fosite, mended in 0.34.1',
    ...fosite,
    shown: { ...exact, family: 'authorize.redirect.path-case' },
  },
  {
    id: 'CVE-2026-44681',
    what: 'An unsupported response type is told to a redirect URI that nobody has checked.',
    source: 'advisory of Authlib, mended in 1.6.10',
    ...{ vulnerable: 'authlib-1.6.9', mended: 'authlib-1.6.10' },
    shown: { ...exact, family: 'authorize.redirect.and-response-type-unknown' },
  },
  {
    id: 'spring-security-oauth #1331',
    what: 'A redirect URI whose path begins with the registered path counts as the registered one.',
    source: 'issue of Spring Security OAuth, mended in 2.3.1',
    ...{ vulnerable: 'spring-security-oauth2-2.3.0', mended: 'spring-security-oauth2-2.3.4' },
    shown: { ...exact, family: 'authorize.redirect.path-suffix' },
  },
  {
    id: 'Authlib #845',
    what: 'An authorization without a scope gets neither the default scope nor a refusal (RFC 6749 section 3.3).',
    source: 'change log of Authlib, 1.7.0',
    ...{ vulnerable: 'authlib-1.6.10', mended: 'authlib-1.7.2' },
    shown: {
      ...{ operation: 'session', rule: 'token.scope.default-applied' },
      family: 'token.scope.omitted',
    },
  },
  {
    id: 'oauthlib #666',
    what: 'The parameters of a token request, the secret among them, are taken from the query (RFC 6749 section 2.3.1).',
    source: 'change log of oauthlib, 3.1.0, under Security',
    ...{ vulnerable: 'oauthlib-3.0.2', mended: 'oauthlib-3.1.0' },
    shown: {
      ...{ operation: 'oauth_token_post', rule: 'request.invalid.refused' },
      family: 'broken.form.all-in-query',
    },
  },
  {
    id: 'oauthlib #674',
    what: 'A token is refused if the scheme bearer is written in lower case (RFC 9110 section 11.1).',
    source: 'change log of oauthlib, 3.1.0',
    ...{ vulnerable: 'oauthlib-3.0.2', mended: 'oauthlib-3.1.0' },
    shown: {
      ...{ operation: 'session', rule: 'bearer.scheme.case-insensitive' },
      family: 'bearer.use',
    },
  },
  {
    id: 'oauthlib #264',
    what: 'A bad code or refresh token is answered by 401 instead of 400 (RFC 6749 section 5.2).',
    source: 'change log of oauthlib, 3.0.0',
    ...{ vulnerable: 'oauthlib-2.1.0', mended: 'oauthlib-3.0.2' },
    shown: {
      ...{ operation: 'oauth_token_post', rule: 'token.grant.bad-request' },
      family: 'broken.grant.unknown:form:code',
    },
  },
  {
    id: 'oauthlib #406',
    what: 'An authorization of a client without scopes ends in an exception.',
    source: 'change log of oauthlib, 3.0.0',
    ...{ vulnerable: 'oauthlib-2.1.0', mended: 'oauthlib-3.0.2' },
    shown: {
      ...{ operation: 'oauth_generate_token_post', rule: 'robustness.server-error.none' },
      family: 'valid.boundary:/scopes=empty',
    },
  },
  {
    id: '@node-oauth/oauth2-server 5.1.0',
    what: 'The scope of a token is told as an array instead of text (RFC 6749 section 5.1).',
    source: 'release notes of @node-oauth/oauth2-server, 5.1.0',
    ...{ vulnerable: 'node-oauth2-server-5.0.0', mended: 'node-oauth2-server-5.3.0' },
    shown: {
      ...{ operation: 'oauth_token_post', rule: 'response.schema.valid' },
      family: 'valid.authorization-code',
    },
  },
  {
    id: 'CVE-2022-36087',
    what: 'A redirect URI with an odd host in brackets takes the library very long.',
    source: 'advisory of oauthlib, mended in 3.2.2',
    ...{ vulnerable: 'oauthlib-3.2.1', mended: 'oauthlib-3.2.2' },
    shown: {
      operation: 'session',
      rule: 'robustness.hard-input.prompt',
      family: 'hard-input.authorization',
    },
  },
  {
    id: 'oauth2-server 3.1.0',
    what: 'A code is granted for a scope that the client may not have.',
    source: 'change log of oauth2-server, 3.1.0',
    ...{ vulnerable: 'node-oauth2-server-3.0.2', mended: 'node-oauth2-server-3.1.1' },
    shown: {
      not: 'The token endpoint refuses such a code at both versions, and no sentence obliges a server to refuse it sooner.',
    },
  },
];

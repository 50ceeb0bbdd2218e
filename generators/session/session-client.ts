import * as fc from 'fast-check';
import { fixtureClient } from '../setup/fixture-client.ts';
import type { OauthClientInput } from '../../spec/models.ts';

const word = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789')),
  minLength: 4,
  maxLength: 10,
});

/**
 * Absolute https URIs under a reserved name (RFC 2606), without a query, fragment or trailing slash: each evasion adds
 * what it needs.
 */
export const redirectUri: fc.Arbitrary<string> = fc
  .tuple(word, fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([host, segments]) => `https://app-${host}.example.com/${segments.join('/')}`);

/** A client with its only redirect URI. */
export interface SessionClient {
  readonly input: OauthClientInput;
  readonly uri: string;
}

/** Clients with one redirect URI each. */
export const sessionClient: fc.Arbitrary<SessionClient> = fc
  .tuple(word, redirectUri)
  .map(([label, uri]) => ({ uri, input: fixtureClient(`session-${label}`, [uri]) }));

/** Two clients whose names and redirect URIs differ. */
export const twoClients: fc.Arbitrary<readonly [SessionClient, SessionClient]> = fc
  .tuple(sessionClient, sessionClient)
  .filter(([one, other]) => one.uri !== other.uri && one.input.client_name !== other.input.client_name);

/** A client, and a redirect URI of another. */
export const twoUris = fc
  .tuple(sessionClient, redirectUri)
  .filter(([client, second]) => client.uri !== second)
  .map(([client, second]) => ({ client, second }));

/** Replaces members of a client. */
export function withMembers(input: OauthClientInput, members: Partial<OauthClientInput>): OauthClientInput {
  return { ...input, ...members };
}

/** Text that no target has issued, too long to match an issued value by accident. */
export const inventedValue: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')),
  minLength: 30,
  maxLength: 40,
});

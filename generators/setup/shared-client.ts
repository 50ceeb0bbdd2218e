import type { Step } from '../case.ts';
import { fixtureClient, fixtureRedirectUri, secondRedirectUri } from './fixture-client.ts';
import type { OauthClientInput } from '../../spec/models.ts';
import { registerStep } from './setup-steps.ts';

/** A client that many cases use and no case changes. */
export interface SharedClient {
  /** The key of its registration step. */
  readonly key: string;
  readonly input: OauthClientInput;
}

const redirectUris: readonly (readonly string[])[] = [
  [fixtureRedirectUri],
  [fixtureRedirectUri, secondRedirectUri],
  // The URI's own query must survive an authorization (RFC 6749 section 3.1.2).
  ['https://app.example.com/callback?tenant=1'],
  ['https://app.example.com:8443/oauth/callback'],
  // Paths are case-sensitive: in lower case this would be another path.
  ['https://app.example.com/oauth/CallBack'],
];

/**
 * The clients that cases share: with one redirect URI, with two, with a query, with a port, and with capital letters.
 */
export const sharedClients: readonly SharedClient[] = redirectUris.map((uris, index) => ({
  key: `client-${index}`,
  input: fixtureClient(`client-${index}`, uris),
}));

/** Registers a shared client, once in the run of an operation. */
export function sharedRegisterStep({ key, input }: SharedClient): Step {
  return registerStep(input, { shared: key });
}

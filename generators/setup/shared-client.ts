import type { Step } from '../case.ts';
import { fixtureClient, fixtureRedirectUri, secondRedirectUri } from './fixture-client.ts';
import type { OauthClientInput } from '../../spec/models.ts';
import { registerStep } from './setup-steps.ts';

/** A client that many cases use and none changes. */
export interface SharedClient {
  /** The key of its registration. */
  readonly key: string;
  readonly input: OauthClientInput;
}

const redirectUris: readonly (readonly string[])[] = [
  [fixtureRedirectUri],
  [fixtureRedirectUri, secondRedirectUri],
  // Its own query has to survive an authorization (RFC 6749 section 3.1.2).
  ['https://app.example.com/callback?tenant=1'],
  ['https://app.example.com:8443/oauth/callback'],
  // A path in more than one case is another one in lower case.
  ['https://app.example.com/oauth/CallBack'],
];

/** The clients that cases share: with one redirect URI, with two, with a query in it, with a port, and with capitals in it. */
export const sharedClients: readonly SharedClient[] = redirectUris.map((uris, index) => ({
  key: `client-${index}`,
  input: fixtureClient(`client-${index}`, uris),
}));

/** Registers a shared client, once an operation's run. */
export function sharedRegisterStep({ key, input }: SharedClient): Step {
  return registerStep(input, { shared: key });
}

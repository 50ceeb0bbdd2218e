import fc from 'fast-check';
import { buildRequest, slot } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { fixtureRedirectUri, fixtureScope } from '../setup/fixture-client.ts';
import { sharedClients, sharedRegisterStep } from '../setup/shared-client.ts';
import type { SharedClient } from '../setup/shared-client.ts';
import { alphanumeric } from './opaque-text.ts';
import type { Scene } from './scene.ts';

/** A registered client, and one of its redirect URIs. */
export interface RegisteredUri {
  readonly client: SharedClient;
  readonly redirectUri: string;
}

/** Draws a client that cases share, with a redirect URI that it registered. */
export function registeredUri(): fc.Arbitrary<RegisteredUri> {
  return fc.tuple(fc.constantFrom(...sharedClients), fc.nat(1)).map(([client, index]) => ({
    client,
    redirectUri: client.input.redirect_uris[index] ?? client.input.redirect_uris[0] ?? fixtureRedirectUri,
  }));
}

/** Draws an authorization that the user agrees to: what makes it invalid would otherwise not show in a code. */
export function authorizationScene(): fc.Arbitrary<Scene> {
  return fc.tuple(registeredUri(), alphanumeric(16)).map(([{ client, redirectUri }, state]) => {
    const form: readonly Pair[] = [
      ['client_id', slot('client.id')],
      ['response_type', 'code'],
      ['confirm', 'yes'],
      ['redirect_uri', redirectUri],
      ['scope', fixtureScope],
      ['state', state],
    ];
    const request = buildRequest('oauth_authorize_post', { form });
    return { before: [sharedRegisterStep(client)], request, after: [] };
  });
}

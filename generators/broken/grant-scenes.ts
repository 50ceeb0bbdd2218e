import fc from 'fast-check';
import type { RequestTemplate, Step } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { buildRequest, slot } from '../request/build-request.ts';
import { fixtureRedirectUri, fixtureScope } from '../setup/fixture-client.ts';
import { authorizeStep, redeemStep, registerStep } from '../setup/setup-steps.ts';
import type { SharedClient } from '../setup/shared-client.ts';
import { sharedClients, sharedRegisterStep } from '../setup/shared-client.ts';
import { codeForm, refreshForm } from '../setup/token-form.ts';
import { alphanumeric } from './member.ts';
import type { Scene } from './scene.ts';

/** A registered client, and one of its redirect URIs. */
export interface RegisteredUri {
  readonly client: SharedClient;
  readonly redirectUri: string;
}

/** Draws a client that cases share, and one of its registered redirect URIs. */
export function registeredUri(): fc.Arbitrary<RegisteredUri> {
  return fc.tuple(fc.constantFrom(...sharedClients), fc.nat(1)).map(([client, index]) => ({
    client,
    redirectUri: client.input.redirect_uris[index] ?? client.input.redirect_uris[0] ?? fixtureRedirectUri,
  }));
}

/** Draws an authorization that the user confirms: without consent, no code would show that a flaw was missed. */
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

/** Draws the redemption of a new, valid code. */
export function codeScene(): fc.Arbitrary<Scene> {
  return registeredUri().map(({ client, redirectUri }) => ({
    before: [sharedRegisterStep(client), authorizeStep({ redirectUri })],
    request: tokenRequest(codeForm({ redirectUri })),
    after: [],
  }));
}

/** Draws the redemption of a code that gave tokens already: for cases that present one of them instead. */
export function redeemedScene(): fc.Arbitrary<Scene> {
  return registeredUri().map((registered) => ({
    before: tokensOfOwnClient(registered),
    request: tokenRequest(codeForm({ redirectUri: registered.redirectUri })),
    after: [],
  }));
}

/** Draws the use of a new, valid refresh token. */
export function refreshScene(): fc.Arbitrary<Scene> {
  return registeredUri().map((registered) => ({
    before: tokensOfOwnClient(registered),
    request: tokenRequest(refreshForm()),
    after: [],
  }));
}

/**
 * A target may end the tokens of a client with its next grant. Those of a client that cases share would then be refused
 * for another reason than the case has.
 */
function tokensOfOwnClient({ client, redirectUri }: RegisteredUri): readonly Step[] {
  return [registerStep(client.input), authorizeStep({ redirectUri }), redeemStep({ redirectUri })];
}

function tokenRequest(form: readonly Pair[]): RequestTemplate {
  return buildRequest('oauth_token_post', { form });
}

import type * as fc from 'fast-check';
import { buildRequest, slot } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { authorizeStep } from '../setup/authorize-step.ts';
import { redeemStep } from '../setup/redeem-step.ts';
import { sharedRegisterStep } from '../setup/shared-client.ts';
import { registeredUri } from './authorization-scene.ts';
import type { Scene } from './scene.ts';

const clientPairs: readonly Pair[] = [
  ['client_id', slot('client.id')],
  ['client_secret', slot('client.secret')],
];

/** Draws a redemption of a code that is new and good. */
export function codeScene(): fc.Arbitrary<Scene> {
  return registeredUri().map(({ client, redirectUri }) => ({
    before: [sharedRegisterStep(client), authorizeStep({ redirectUri })],
    request: buildRequest('oauth_token_post', {
      form: [
        ['grant_type', 'authorization_code'],
        ...clientPairs,
        ['code', slot('code')],
        ['redirect_uri', redirectUri],
      ],
    }),
    after: [],
  }));
}

/** Draws a use of a refresh token that is new and good. */
export function refreshScene(): fc.Arbitrary<Scene> {
  return registeredUri().map(({ client, redirectUri }) => ({
    before: [sharedRegisterStep(client), authorizeStep({ redirectUri }), redeemStep({ redirectUri })],
    request: buildRequest('oauth_token_post', {
      form: [['grant_type', 'refresh_token'], ...clientPairs, ['refresh_token', slot('refresh_token')]],
    }),
    after: [],
  }));
}

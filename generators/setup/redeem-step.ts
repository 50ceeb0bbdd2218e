import type { Piece, Step } from '../case.ts';
import { buildRequest, slot } from '../request/build-request.ts';
import type { StepName } from '../step-name.ts';
import { fixtureRedirectUri } from './fixture-client.ts';

/** How a code is redeemed before the main request. */
export interface RedeemOptions {
  readonly name?: StepName;
  readonly clientId?: Piece;
  readonly clientSecret?: Piece;
  readonly code?: Piece;
  readonly redirectUri?: string;
}

/** Redeems a code, and keeps the access token and the refresh token. */
export function redeemStep({
  name = 'redeem',
  clientId = slot('client.id'),
  clientSecret = slot('client.secret'),
  code = slot('code'),
  redirectUri = fixtureRedirectUri,
}: RedeemOptions = {}): Step {
  return {
    name,
    role: 'setup',
    operation: 'oauth_token_post',
    request: buildRequest('oauth_token_post', {
      form: [
        ['grant_type', 'authorization_code'],
        ['client_id', clientId],
        ['client_secret', clientSecret],
        ['code', code],
        ['redirect_uri', redirectUri],
      ],
    }),
    captures: [
      { slot: 'access_token', from: 'body', pointer: '/access_token' },
      { slot: 'refresh_token', from: 'body', pointer: '/refresh_token' },
    ],
  };
}

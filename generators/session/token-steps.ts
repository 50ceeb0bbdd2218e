import type { Piece, Step } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { buildRequest, slot } from '../request/build-request.ts';

/** The parts of a token request that sessions vary. Null leaves a parameter out. */
export interface TokenForm {
  readonly grantType?: string;
  readonly clientId?: Piece;
  readonly clientSecret?: Piece | null;
  readonly code?: Piece;
  readonly refreshToken?: Piece;
  readonly redirectUri?: string | null;
  /** Further parameters, at the end. */
  readonly extra?: readonly Pair[];
  /** Prefix of the slots that receive the two tokens; by default none. */
  readonly into?: string;
}

/** A token request of the authorization code grant. Parts may be missing. */
export function codeGrantStep(form: TokenForm & { readonly redirectUri: string | null }): Step {
  return tokenStep({ grantType: 'authorization_code', code: slot('code'), ...form });
}

/** A token request of the refresh token grant. Its tokens are captured as `refreshed.*`. */
export function refreshStep(form: TokenForm = {}): Step {
  return tokenStep({
    grantType: 'refresh_token',
    refreshToken: slot('refresh_token'),
    into: 'refreshed.',
    ...form,
  });
}

function tokenStep(form: TokenForm): Step {
  const {
    grantType = '',
    clientId = slot('client.id'),
    clientSecret = slot('client.secret'),
    into = '',
  } = form;
  const pairs: readonly (readonly [string, Piece | null | undefined])[] = [
    ['grant_type', grantType],
    ['client_id', clientId],
    ['client_secret', clientSecret],
    ['code', form.code],
    ['refresh_token', form.refreshToken],
    ['redirect_uri', form.redirectUri],
  ];
  const sent = pairs.flatMap(([name, value]): readonly Pair[] =>
    value === null || value === undefined ? [] : [[name, value]],
  );
  return {
    name: 'main',
    role: 'main',
    operation: 'oauth_token_post',
    request: buildRequest('oauth_token_post', { form: [...sent, ...(form.extra ?? [])] }),
    captures: [
      { slot: `${into}access_token`, from: 'body', pointer: '/access_token' },
      { slot: `${into}refresh_token`, from: 'body', pointer: '/refresh_token' },
    ],
  };
}

export interface RevokeOptions {
  readonly token?: Piece;
  readonly hint?: 'access_token' | 'refresh_token';
  readonly anonymous?: boolean;
}

/** Revokes a token; by default the access token, without a hint. */
export function revokeStep({
  token = slot('access_token'),
  hint,
  anonymous = false,
}: RevokeOptions = {}): Step {
  const query: Pair[] = [['token', token]];
  if (hint !== undefined) query.push(['token_type_hint', hint]);
  return {
    name: 'revoke',
    role: 'setup',
    operation: 'oauth_revoke_token_post',
    request: buildRequest('oauth_revoke_token_post', {
      query,
      ...(anonymous ? { credentials: { type: 'none' } } : {}),
    }),
    captures: [],
  };
}

import type { Piece } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { slot } from '../request/build-request.ts';

/** The parameters of a token request. Null or undefined leaves one out, except that a client is named by default. */
export interface TokenParameters {
  readonly grantType?: string;
  readonly clientId?: Piece;
  readonly clientSecret?: Piece | null;
  readonly code?: Piece;
  readonly refreshToken?: Piece;
  readonly redirectUri?: string | null;
}

/** The form of a token request, by default with the client that the case has registered. */
function tokenForm({
  grantType,
  clientId = slot('client.id'),
  clientSecret = slot('client.secret'),
  code,
  refreshToken,
  redirectUri,
}: TokenParameters & { readonly grantType: string }): readonly Pair[] {
  const pairs: readonly (readonly [string, Piece | null | undefined])[] = [
    ['grant_type', grantType],
    ['client_id', clientId],
    ['client_secret', clientSecret],
    ['code', code],
    ['refresh_token', refreshToken],
    ['redirect_uri', redirectUri],
  ];
  return pairs.flatMap(([name, value]): readonly Pair[] =>
    value === null || value === undefined ? [] : [[name, value]],
  );
}

/** Redeems a code (RFC 6749 section 4.1.3), by default the one that the case has captured. */
export function codeForm(
  parameters: TokenParameters & { readonly redirectUri: string | null },
): readonly Pair[] {
  return tokenForm({ grantType: 'authorization_code', code: slot('code'), ...parameters });
}

/** Uses a refresh token (RFC 6749 section 6), by default the one that the case has captured. */
export function refreshForm(parameters: TokenParameters = {}): readonly Pair[] {
  return tokenForm({ grantType: 'refresh_token', refreshToken: slot('refresh_token'), ...parameters });
}

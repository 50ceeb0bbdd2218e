import type { Piece, Step } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { buildRequest, slot } from '../request/build-request.ts';
import { codeForm, refreshForm } from '../setup/token-form.ts';
import type { TokenParameters } from '../setup/token-form.ts';

/** What sessions vary of a token request. */
export interface SessionTokenOptions extends TokenParameters {
  /** Further parameters, at the end. */
  readonly extra?: readonly Pair[];
  /** Prefix of the slots that receive the two tokens; by default none. */
  readonly into?: string;
}

/** A token request of the authorization code grant. Parts may be missing. */
export function codeGrantStep(options: SessionTokenOptions & { readonly redirectUri: string | null }): Step {
  return tokenStep(codeForm(options), options);
}

/** A token request of the refresh token grant. Its tokens are captured as `refreshed.*`. */
export function refreshStep(options: SessionTokenOptions = {}): Step {
  return tokenStep(refreshForm(options), { into: 'refreshed.', ...options });
}

function tokenStep(form: readonly Pair[], { extra = [], into = '' }: SessionTokenOptions): Step {
  return {
    name: 'main',
    role: 'main',
    operation: 'oauth_token_post',
    request: buildRequest('oauth_token_post', { form: [...form, ...extra] }),
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

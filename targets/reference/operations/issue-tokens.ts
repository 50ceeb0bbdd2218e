import type { Context } from '../behaviour.ts';
import type { Grant, Token, TokenKind } from '../store.ts';

/** Makes a token of a grant and remembers it. */
export function issueToken(
  kind: TokenKind,
  grant: Grant,
  lifetimeS: number,
  { store, behaviour }: Context,
): Token {
  const expiresAt = Date.now() + lifetimeS * 1000;
  const token = { value: behaviour.newToken(kind), kind, grant, expiresAt };
  store.addToken(token);
  return token;
}

/** Makes a refresh token of a grant and remembers it. */
export function issueRefreshToken(grant: Grant, context: Context): Token {
  return issueToken('refresh_token', grant, context.behaviour.refreshTokenLifetimeS, context);
}

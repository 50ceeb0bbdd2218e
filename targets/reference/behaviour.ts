import { randomBytes } from 'node:crypto';
import type { TargetAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { parseFilter, type Filter } from './parse-filter.ts';
import type { RoutedOperation } from './route.ts';
import type { OauthClientResponse, OauthClientInput } from '../../spec/models.ts';
import type { Code, Grant, Store, Token, TokenKind } from './store.ts';

export interface ReferenceLogin {
  readonly username: string;
  readonly password: string;
}

/** What an operation needs in addition to its call. */
export interface Context {
  readonly store: Store;
  readonly behaviour: ReferenceBehaviour;
  readonly login: ReferenceLogin;
}

/** An answer, now or later. */
export type Answering = TargetAnswer | Promise<TargetAnswer>;

/** Wraps the whole handling of a call: it can change the call, the answer, or what is stored. */
export type Wrapper = (call: Call, next: (call: Call) => Answering, context: Context) => Answering;

/** Examines an authenticated call before its operation; throws a `Refusal` to refuse it. */
export type Precondition = (call: Call, context: Context) => void;

/**
 * The decisions of the reference target, each small enough to be replaced on its own. `lawfulBehaviour` makes the
 * correct ones. A fault replaces some by wrong ones; a variant replaces some by others that the contract also allows.
 */
export interface ReferenceBehaviour {
  /** From the innermost to the outermost. */
  readonly wrappers: Wrapper[];
  readonly preconditions: Precondition[];

  newClientId: () => string;
  newClientSecret: () => string;
  newCode: () => string;
  newToken: (kind: TokenKind) => string;
  newLoginState: () => string;

  codeLifetimeMs: number;
  tokenLifetimeS: number;
  refreshTokenLifetimeS: number;

  needsCredentials: (operation: RoutedOperation) => boolean;
  loginMatches: (given: ReferenceLogin, right: ReferenceLogin) => boolean;
  takesBearer: boolean;
  /** Whether the gateway accepts a token that was found by its value. */
  opensGateway: (token: Token) => boolean;
  isExpired: (token: Token) => boolean;
  secretMatches: (given: string, right: string) => boolean;

  maxLength: { client_name: number; client_description: number };
  textLength: (text: string) => number;
  acceptsRedirectUri: (uri: string) => boolean;
  /** What is stored and answered of a client's input. */
  recordInput: (input: OauthClientInput) => OauthClientInput;
  updateClient: (client: OauthClientResponse, input: OauthClientInput) => OauthClientResponse;
  /** Whether an update gives a client a new secret (RFC 7592 section 2.2 allows it). */
  rotatesClientSecrets: boolean;
  tokensOutliveClient: boolean;

  /** The most clients on a page, however many are requested. */
  longestPage: number;
  readFilter: (text: string) => Filter;

  redirectUriMatches: (given: string, registered: string) => boolean;
  grantableScopes: (asked: readonly string[], client: OauthClientResponse) => readonly string[] | null;
  buildLocation: (redirectUri: string, parameters: readonly (readonly [string, string])[]) => string;

  codeFitsClient: (code: Code, client: OauthClientResponse) => boolean;
  codeFitsRedirectUri: (code: Code, redirectUri: string) => boolean;
  codeIsSpent: (code: Code) => boolean;
  /**
   * Runs after a code is checked and before it is marked as used. Null here, since any wait at this point is a race.
   */
  beforeSpending: (() => Promise<void>) | null;
  onReplay: (grant: Grant, store: Store) => void;
  refreshFitsClient: (token: Token, client: OauthClientResponse) => boolean;
  rotatesRefreshTokens: boolean;
  /** The lifetime of a generated token in seconds, for the requested lifetime; null refuses it. */
  generatedLifetimeS: (asked: bigint) => bigint | null;
  findRevocable: (value: string, hint: TokenKind, store: Store) => Token | undefined;
  revokeToken: (token: Token, store: Store) => void;
}

/** One year: a longer lifetime is probably in milliseconds instead of seconds. */
const longestLifetimeS = 31_536_000n;

/** The decisions that the contract requires. */
export function lawfulBehaviour(): ReferenceBehaviour {
  return {
    wrappers: [],
    preconditions: [],
    ...lawfulChance(),
    ...lawfulAuthentication(),
    ...lawfulClients(),
    ...lawfulAuthorization(),
    ...lawfulGrants(),
  };
}

function lawfulChance() {
  return {
    newClientId: () => randomText(16),
    newClientSecret: () => randomText(24),
    newCode: () => randomText(24),
    newToken: () => randomText(32),
    newLoginState: () => randomText(24),
    // RFC 6749 section 4.1.2 recommends at most ten minutes.
    codeLifetimeMs: 300_000,
    tokenLifetimeS: 3600,
    refreshTokenLifetimeS: 30 * 86_400,
  };
}

function lawfulAuthentication() {
  return {
    needsCredentials: () => true,
    loginMatches: (given: ReferenceLogin, right: ReferenceLogin) =>
      given.username === right.username && given.password === right.password,
    takesBearer: true,
    opensGateway: (token: Token) => token.kind === 'access_token',
    isExpired: (token: Token) => token.expiresAt <= Date.now(),
    secretMatches: (given: string, right: string) => given === right,
  };
}

function lawfulClients() {
  return {
    maxLength: { client_name: 64, client_description: 1000 },
    textLength: codePoints,
    acceptsRedirectUri: isAbsoluteUriWithoutFragment,
    recordInput: (input: OauthClientInput) => input,
    updateClient: (client: OauthClientResponse, input: OauthClientInput) => ({ ...client, ...input }),
    rotatesClientSecrets: true,
    tokensOutliveClient: false,
    longestPage: Infinity,
    readFilter: parseFilter,
  };
}

function lawfulAuthorization() {
  return {
    redirectUriMatches: (given: string, registered: string) => given === registered,
    grantableScopes: (asked: readonly string[], client: OauthClientResponse) =>
      asked.every((scope) => client.default_scopes.includes(scope)) ? asked : null,
    buildLocation: appendQuery,
  };
}

function lawfulGrants() {
  return {
    codeFitsClient: (code: Code, client: OauthClientResponse) => code.clientId === client.client_id,
    codeFitsRedirectUri: (code: Code, redirectUri: string) => code.redirectUri === redirectUri,
    codeIsSpent: (code: Code) => code.grant !== null,
    beforeSpending: null,
    onReplay: (grant: Grant, store: Store) => {
      store.revokeGrant(grant);
    },
    refreshFitsClient: (token: Token, client: OauthClientResponse) =>
      token.grant.clientId === client.client_id,
    // As in BCP 240 section 4.14.2.
    rotatesRefreshTokens: true,
    generatedLifetimeS: (asked: bigint) =>
      asked <= 0n ? null : asked < longestLifetimeS ? asked : longestLifetimeS,
    // The hint only says where to look first (RFC 7009 section 2.1).
    findRevocable: (value: string, _hint: TokenKind, store: Store) => store.tokens.get(value),
    revokeToken: (token: Token, store: Store) => {
      if (token.kind === 'refresh_token') store.revokeGrant(token.grant);
      else store.removeToken(token);
    },
  };
}

/** URL-safe text of this many random bytes. RFC 6749 section 10.10 requires at least 128 bits. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** JSON Schema counts Unicode code points, not UTF-16 units. */
function codePoints(text: string): number {
  return Array.from(text).length;
}

const uriText = /^[a-z][a-z0-9+.-]*:(?:%[0-9a-f]{2}|[-\w.~:/?[\]@!$&'()*+,;=])+$/i;
const scriptScheme = /^(?:javascript|data|vbscript|file):/i;

/** An absolute URI (RFC 3986) without a fragment, as RFC 6749 section 3.1.2 requires of a redirection endpoint. */
function isAbsoluteUriWithoutFragment(uri: string): boolean {
  return uriText.test(uri) && !scriptScheme.test(uri) && URL.canParse(uri);
}

/** Adds parameters to a URI's query and keeps the existing ones (RFC 6749 section 3.1.2). */
function appendQuery(uri: string, parameters: readonly (readonly [string, string])[]): string {
  const added = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return uri.includes('?') ? `${uri}&${added}` : `${uri}?${added}`;
}

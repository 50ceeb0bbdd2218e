import { randomBytes } from 'node:crypto';
import type { TargetAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { parseFilter, type Filter } from './parse-filter.ts';
import type { RoutedOperation } from './route.ts';
import type { OauthClientResponse, OauthClientInput } from '../../spec/models.ts';
import type { Code, Grant, Store, Token, TokenKind } from './store.ts';

/** A user name with its password. */
export interface ReferenceLogin {
  readonly username: string;
  readonly password: string;
}

/** All that an operation needs besides its call. */
export interface Context {
  readonly store: Store;
  readonly behaviour: ReferenceBehaviour;
  readonly login: ReferenceLogin;
}

/** An answer, now or later. */
export type Answering = TargetAnswer | Promise<TargetAnswer>;

/** Stands around the whole handling of a call: can change the call, the answer, or what is stored. */
export type Wrapper = (call: Call, next: (call: Call) => Answering, context: Context) => Answering;

/** Looks at an authenticated call before its operation does; throws a `Refusal` against it. */
export type Precondition = (call: Call, context: Context) => void;

/**
 * The decisions of the reference target, each small enough to be replaced alone. `lawfulBehaviour` makes the
 * faithful ones; a fault replaces some with wrong ones, a variant with others that the contract also allows.
 */
export interface ReferenceBehaviour {
  /** Outermost last. */
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
  /** Whether a token, as found by its value, opens the gateway. */
  opensGateway: (token: Token) => boolean;
  isExpired: (token: Token) => boolean;
  secretMatches: (given: string, right: string) => boolean;

  maxLength: { client_name: number; client_description: number };
  textLength: (text: string) => number;
  acceptsRedirectUri: (uri: string) => boolean;
  /** What is kept, and answered, of what a caller says of a client. */
  recordInput: (input: OauthClientInput) => OauthClientInput;
  updateClient: (client: OauthClientResponse, input: OauthClientInput) => OauthClientResponse;
  /** Whether an update gives a client a new secret (RFC 7592 section 2.2 allows it). */
  rotatesClientSecrets: boolean;
  tokensOutliveClient: boolean;

  /** The most clients that a page has, however many are asked for. */
  longestPage: number;
  readFilter: (text: string) => Filter;

  redirectUriMatches: (given: string, registered: string) => boolean;
  grantableScopes: (asked: readonly string[], client: OauthClientResponse) => readonly string[] | null;
  buildLocation: (redirectUri: string, parameters: readonly (readonly [string, string])[]) => string;

  codeFitsClient: (code: Code, client: OauthClientResponse) => boolean;
  codeFitsRedirectUri: (code: Code, redirectUri: string) => boolean;
  codeIsSpent: (code: Code) => boolean;
  /** Runs between the check of a code and its spending: null, as anything that waits here is a race. */
  beforeSpending: (() => Promise<void>) | null;
  onReplay: (grant: Grant, store: Store) => void;
  refreshFitsClient: (token: Token, client: OauthClientResponse) => boolean;
  rotatesRefreshTokens: boolean;
  /** The seconds that a generated token lives where so many are asked for; null refuses them. */
  generatedLifetimeS: (asked: bigint) => bigint | null;
  findRevocable: (value: string, hint: TokenKind, store: Store) => Token | undefined;
  revokeToken: (token: Token, store: Store) => void;
}

/** A year: what is longer than that is milliseconds taken for seconds. */
const longestLifetimeS = 31_536_000n;

/** What the contract asks for, as a set of decisions. */
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
    // RFC 6749 section 4.1.2 recommends ten minutes at most.
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
    // As BCP 240 section 4.14.2 has it.
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

/** URL-safe text of so many random bytes: 128 bit or more, as RFC 6749 section 10.10 asks. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** JSON Schema counts Unicode code points, not UTF-16 units. */
function codePoints(text: string): number {
  return Array.from(text).length;
}

const uriText = /^[a-z][a-z0-9+.-]*:(?:%[0-9a-f]{2}|[-\w.~:/?[\]@!$&'()*+,;=])+$/i;
const scriptScheme = /^(?:javascript|data|vbscript|file):/i;

/** An absolute URI (RFC 3986) without fragment, as RFC 6749 section 3.1.2 asks of a redirection endpoint. */
function isAbsoluteUriWithoutFragment(uri: string): boolean {
  return uriText.test(uri) && !scriptScheme.test(uri) && URL.canParse(uri);
}

/** Adds parameters to a URI's query and keeps what is there (RFC 6749 section 3.1.2). */
function appendQuery(uri: string, parameters: readonly (readonly [string, string])[]): string {
  const added = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return uri.includes('?') ? `${uri}&${added}` : `${uri}?${added}`;
}

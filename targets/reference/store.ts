import type { OauthClientResponse } from '../../spec/models.ts';
/** What the tokens of one authorization share. */
export interface Grant {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly tokens: Set<Token>;
}

/** An authorization code. It is kept after use, so that a replay is recognized. */
export interface Code {
  readonly value: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  /** The grant that it was exchanged for; null while it is unused. */
  grant: Grant | null;
}

/** The two kinds of token, in the words of `token_type_hint`. */
export type TokenKind = 'access_token' | 'refresh_token';

export interface Token {
  readonly value: string;
  readonly kind: TokenKind;
  readonly grant: Grant;
  readonly expiresAt: number;
}

/** The state of the reference target, in memory. */
export class Store {
  readonly clients = new Map<string, OauthClientResponse>();
  readonly codes = new Map<string, Code>();
  readonly tokens = new Map<string, Token>();
  readonly #codesOf = new Map<string, Code[]>();
  readonly #grantsOf = new Map<string, Grant[]>();

  /** Adds a client, or replaces the one of the same id. */
  putClient(client: OauthClientResponse): void {
    this.clients.set(client.client_id, client);
  }

  /** Removes a client with its codes and, unless `keepTokens` is set, its tokens. */
  removeClient(clientId: string, keepTokens: boolean): void {
    this.clients.delete(clientId);
    for (const code of this.#codesOf.get(clientId) ?? []) this.codes.delete(code.value);
    this.#codesOf.delete(clientId);
    if (!keepTokens) for (const grant of this.#grantsOf.get(clientId) ?? []) this.revokeGrant(grant);
    this.#grantsOf.delete(clientId);
  }

  addCode(code: Code): void {
    this.codes.set(code.value, code);
    append(this.#codesOf, code.clientId, code);
  }

  addGrant(clientId: string, scopes: readonly string[]): Grant {
    const grant: Grant = { clientId, scopes, tokens: new Set() };
    append(this.#grantsOf, clientId, grant);
    return grant;
  }

  addToken(token: Token): void {
    this.tokens.set(token.value, token);
    token.grant.tokens.add(token);
  }

  removeToken(token: Token): void {
    this.tokens.delete(token.value);
    token.grant.tokens.delete(token);
  }

  revokeGrant(grant: Grant): void {
    for (const token of grant.tokens) this.removeToken(token);
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

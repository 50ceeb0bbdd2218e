import type { TargetAnswer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import { basicChallenge } from '../authenticate.ts';
import type { Context, ReferenceBehaviour } from '../behaviour.ts';
import { completeAnswer } from '../envelope.ts';
import { readForm } from '../read-form.ts';
import { readInteger } from '../read-integer.ts';
import type { JsonBody } from '../read-json.ts';
import { readJson } from '../read-json.ts';
import { readLimitedText, readTexts } from '../read-members.ts';
import { readPairs, requiredChoice, requiredParameter } from '../read-pairs.ts';
import { invalidMember, Refusal } from '../refusal.ts';
import type { OauthClientResponse } from '../../../spec/models.ts';
import type { Code, Grant, Token, TokenKind } from '../store.ts';
import type { Perform } from './operation.ts';

/** Issues a token for a grant and stores it. */
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

/** Issues a refresh token for a grant and stores it. */
export function issueRefreshToken(grant: Grant, context: Context): Token {
  return issueToken('refresh_token', grant, context.behaviour.refreshTokenLifetimeS, context);
}

type Form = ReadonlyMap<string, string>;

/** POST /oauth/token: a code or a refresh token for an access token (RFC 6749 sections 4.1.3 and 6). */
export const token: Perform = (call, context) => {
  const form = readForm(call);
  const grantType = requiredChoice(form, 'grant_type', ['authorization_code', 'refresh_token']);
  const client = authenticateClient(form, context);
  return grantType === 'authorization_code'
    ? redeemCode(form, client, context)
    : refresh(form, client, context);
};

function authenticateClient(form: Form, { store, behaviour }: Context): OauthClientResponse {
  const id = requiredParameter(form, 'client_id');
  const secret = requiredParameter(form, 'client_secret');
  const client = store.clients.get(id);
  if (client !== undefined && behaviour.secretMatches(secret, client.client_secret)) return client;
  throw new Refusal(401, 'AUTHENTICATION_REQUIRED', 'The client or its secret is wrong.', {
    'WWW-Authenticate': basicChallenge,
  });
}

async function redeemCode(form: Form, client: OauthClientResponse, context: Context): Promise<TargetAnswer> {
  const { store, behaviour } = context;
  const code = store.codes.get(requiredParameter(form, 'code'));
  const redirectUri = requiredParameter(form, 'redirect_uri');
  if (code === undefined || !behaviour.codeFitsClient(code, client)) throw badGrant();
  refuseReplay(code, context);
  if (code.expiresAt <= Date.now()) throw badGrant();
  if (!behaviour.codeFitsRedirectUri(code, redirectUri)) throw badGrant();
  if (behaviour.beforeSpending !== null) await behaviour.beforeSpending();
  const grant = store.addGrant(client.client_id, code.scopes);
  code.grant = grant;
  return tokenAnswer(grant, issueRefreshToken(grant, context), context);
}

/** If a code comes twice, it was stolen: the tokens issued for it are revoked (RFC 6749 section 4.1.2). */
function refuseReplay(code: Code, { store, behaviour }: Context): void {
  if (!behaviour.codeIsSpent(code)) return;
  if (code.grant !== null) behaviour.onReplay(code.grant, store);
  throw badGrant();
}

function refresh(form: Form, client: OauthClientResponse, context: Context): TargetAnswer {
  const { store, behaviour } = context;
  const old = store.tokens.get(requiredParameter(form, 'refresh_token'));
  if (old?.kind !== 'refresh_token' || !behaviour.refreshFitsClient(old, client)) {
    throw badGrant();
  }
  if (behaviour.isExpired(old)) throw badGrant();
  if (!behaviour.rotatesRefreshTokens) return tokenAnswer(old.grant, old, context);
  store.removeToken(old);
  return tokenAnswer(old.grant, issueRefreshToken(old.grant, context), context);
}

function tokenAnswer(grant: Grant, refreshToken: Token, context: Context): TargetAnswer {
  const lifetimeS = context.behaviour.tokenLifetimeS;
  return jsonAnswer(200, {
    access_token: issueToken('access_token', grant, lifetimeS, context).value,
    token_type: 'bearer',
    expires_in: lifetimeS,
    refresh_token: refreshToken.value,
    scope: grant.scopes.join(' '),
  });
}

/** The same message for every invalid grant, so that it reveals nothing. */
function badGrant(): Refusal {
  return new Refusal(400, 'INVALID_ARGUMENT', 'The grant is not valid.');
}

/** POST /oauth/revoke_token. Unlike RFC 7009, the contract has the token in the query, and 404 for an unknown one. */
export const revokeToken: Perform = (call, { store, behaviour }) => {
  const query = readPairs(call.query);
  const value = requiredParameter(query, 'token');
  const hint = query.has('token_type_hint')
    ? requiredChoice(query, 'token_type_hint', ['access_token', 'refresh_token'])
    : 'access_token';
  const token = behaviour.findRevocable(value, hint, store);
  if (token === undefined) throw new Refusal(404, 'ENTITY_NOT_FOUND', 'The token does not exist.');
  behaviour.revokeToken(token, store);
  return completeAnswer();
};

const int64 = { minimum: -(2n ** 63n), maximum: 2n ** 63n - 1n };

/** POST /oauth/generate_token: creates a client and a token for it. */
export const generateToken: Perform = (call, context) => {
  const { store, behaviour } = context;
  const body = readJson(call);
  const input = behaviour.recordInput({
    client_name: readLimitedText(body.members, 'client_name', behaviour),
    client_description: readLimitedText(body.members, 'client_description', behaviour),
    redirect_uris: [],
    default_scopes: readTexts(body.members, 'scopes'),
  });
  const lifetimeS = readLifetime(body, behaviour);
  const client = {
    client_id: behaviour.newClientId(),
    client_secret: behaviour.newClientSecret(),
    ...input,
  };
  store.putClient(client);
  const grant = store.addGrant(client.client_id, client.default_scopes);
  return jsonAnswer(200, {
    client_id: client.client_id,
    client_secret: client.client_secret,
    oauth_token: {
      access_token: issueToken('access_token', grant, lifetimeS, context).value,
      token_type: 'bearer',
      expires_in: lifetimeS,
      refresh_token: issueRefreshToken(grant, context).value,
      scopes: grant.scopes,
    },
  });
};

function readLifetime(body: JsonBody, behaviour: ReferenceBehaviour): number {
  const asked = readInteger(body, 'expires_in', int64);
  if (asked === undefined) return behaviour.tokenLifetimeS;
  const lifetimeS = behaviour.generatedLifetimeS(asked);
  if (lifetimeS === null) throw invalidMember('expires_in', 'Not positive.');
  return Number(lifetimeS);
}

/** GET /users/me: the caller. Outside the OAuth contract; the vendor's own sample uses an access token there. */
export const usersMe: Perform = (_call, { login }) =>
  jsonAnswer(200, {
    name: login.username,
  });

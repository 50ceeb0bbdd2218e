import { basicChallenge } from '../authenticate.ts';
import { type Answer, jsonAnswer } from '../answer.ts';
import type { Context } from '../behaviour.ts';
import { readForm } from '../read-form.ts';
import { requiredChoice, requiredParameter } from '../read-pairs.ts';
import { Refusal } from '../refusal.ts';
import type { Client, Code, Grant, Token } from '../store.ts';
import { issueRefreshToken, issueToken } from './issue-tokens.ts';
import type { Perform } from './operation.ts';

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

function authenticateClient(form: Form, { store, behaviour }: Context): Client {
  const id = requiredParameter(form, 'client_id');
  const secret = requiredParameter(form, 'client_secret');
  const client = store.clients.get(id);
  if (client !== undefined && behaviour.secretMatches(secret, client.client_secret)) return client;
  throw new Refusal(401, 'AUTHENTICATION_REQUIRED', 'The client or its secret is wrong.', {
    'WWW-Authenticate': basicChallenge,
  });
}

async function redeemCode(form: Form, client: Client, context: Context): Promise<Answer> {
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

/** A code that comes twice was stolen: what was issued for it is revoked (RFC 6749 section 4.1.2). */
function refuseReplay(code: Code, { store, behaviour }: Context): void {
  if (!behaviour.codeIsSpent(code)) return;
  if (code.grant !== null) behaviour.onReplay(code.grant, store);
  throw badGrant();
}

function refresh(form: Form, client: Client, context: Context): Answer {
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

function tokenAnswer(grant: Grant, refreshToken: Token, context: Context): Answer {
  const lifetimeS = context.behaviour.tokenLifetimeS;
  return jsonAnswer(200, {
    access_token: issueToken('access_token', grant, lifetimeS, context).value,
    token_type: 'bearer',
    expires_in: lifetimeS,
    refresh_token: refreshToken.value,
    scope: grant.scopes.join(' '),
  });
}

/** One text for every way in which a grant is bad, so that nothing can be learned from it. */
function badGrant(): Refusal {
  return new Refusal(400, 'INVALID_ARGUMENT', 'The grant is not valid.');
}

import { redirectAnswer } from '../answer.ts';
import type { Context, ReferenceBehaviour } from '../behaviour.ts';
import { readForm } from '../read-form.ts';
import { requiredChoice, requiredParameter } from '../read-pairs.ts';
import { Refusal } from '../refusal.ts';
import type { OauthClientResponse } from '../../../spec/models.ts';
import type { Perform } from './operation.ts';

/** POST /oauth/authorize: the signed-in user's consent or denial for a client (RFC 6749 section 4.1.1). */
export const authorize: Perform = (call, context) => {
  const { behaviour } = context;
  const form = readForm(call);
  const client = context.store.clients.get(requiredParameter(form, 'client_id'));
  if (client === undefined) throw new Refusal(400, 'INVALID_ARGUMENT', 'The client does not exist.');
  const redirectUri = chooseRedirectUri(form.get('redirect_uri'), client, behaviour);
  requiredChoice(form, 'response_type', ['code']);
  const confirm = requiredChoice(form, 'confirm', ['yes', 'no']);
  const scopes = chooseScopes(form.get('scope'), client, behaviour);
  const result =
    confirm === 'yes'
      ? (['code', addCode(client, redirectUri, scopes, context)] as const)
      : (['error', 'access_denied'] as const);
  const state = form.get('state');
  return redirectAnswer(
    behaviour.buildLocation(redirectUri, state === undefined ? [result] : [result, ['state', state]]),
  );
};

/** The requested URI if it is registered; the only registered one if none is requested (RFC 6749 section 3.1.2.3). */
function chooseRedirectUri(
  asked: string | undefined,
  client: OauthClientResponse,
  behaviour: ReferenceBehaviour,
): string {
  const [first, ...others] = client.redirect_uris;
  const isRegistered = (uri: string): boolean =>
    client.redirect_uris.some((registered) => behaviour.redirectUriMatches(uri, registered));
  const chosen = asked ?? (others.length === 0 ? first : undefined);
  if (chosen !== undefined && isRegistered(chosen)) return chosen;
  throw new Refusal(400, 'INVALID_ARGUMENT', 'The redirect URI is not one of the client.');
}

function chooseScopes(
  asked: string | undefined,
  client: OauthClientResponse,
  behaviour: ReferenceBehaviour,
): readonly string[] {
  const words = asked?.match(/\S+/g) ?? [];
  if (words.length === 0) return client.default_scopes;
  const granted = behaviour.grantableScopes(words, client);
  if (granted !== null) return granted;
  throw new Refusal(400, 'INVALID_ARGUMENT', 'The scope is wider than that of the client.');
}

function addCode(
  client: OauthClientResponse,
  redirectUri: string,
  scopes: readonly string[],
  { store, behaviour }: Context,
): string {
  const value = behaviour.newCode();
  const expiresAt = Date.now() + behaviour.codeLifetimeMs;
  store.addCode({ value, clientId: client.client_id, redirectUri, scopes, expiresAt, grant: null });
  return value;
}

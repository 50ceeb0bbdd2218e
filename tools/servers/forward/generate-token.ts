import { isJsonObject, type JsonObject } from '../../../spec/json-object.ts';
import { jsonAnswer } from '../../../targets/reference/answer.ts';
import type { TargetAnswer } from '../../../targets/reference/answer.ts';
import type { Adapter, AdapterClient } from '../adapter.ts';
import { membersOf, refusalOf } from '../translate.ts';

/** Registered only while the gateway itself obtains a token. */
const redirectUri = 'https://gateway.example.com/generated';

/**
 * POST /oauth/generate_token. OAuth has no such operation. The gateway has created the client, and now obtains its token
 * as any client would: it authorizes, with the user's consent, and redeems the code.
 */
export async function generateToken(answer: TargetAnswer, adapter: Adapter): Promise<TargetAnswer> {
  const { client_id, client_secret, oauth_token: planned } = answer.body ?? {};
  if (!isJsonObject(planned)) throw new TypeError('the gateway generated no token');
  const scopes = planned['scopes'] as readonly string[];
  const client: AdapterClient = {
    ...{ client_id: String(client_id), client_secret: String(client_secret) },
    ...{ client_name: 'generated', client_description: '' },
    ...{ redirect_uris: [redirectUri], default_scopes: [...scopes] },
    token_lifetime: Number(planned['expires_in']),
  };
  await adapter.putClient(client);
  const issued = await obtainToken(client, adapter);
  await adapter.putClient({ ...client, redirect_uris: [] });
  const { access_token, token_type, expires_in, refresh_token } = issued;
  const oauth_token = { access_token, token_type, expires_in, refresh_token, scopes };
  return jsonAnswer(200, { client_id, client_secret, oauth_token });
}

async function obtainToken(client: AdapterClient, adapter: Adapter): Promise<JsonObject> {
  const { client_id, client_secret } = client;
  const common = { client_id, redirect_uri: redirectUri };
  const scope = client.default_scopes.length === 0 ? {} : { scope: client.default_scopes.join(' ') };
  const asked = {
    ...common,
    ...scope,
    response_type: 'code',
    confirm: 'yes',
    state: 'gateway-obtains-a-token',
  };
  const consent = await adapter.post('authorize', new URLSearchParams(asked).toString());
  const location = consent.headers['location'] ?? '';
  const code = URL.canParse(location) ? new URL(location).searchParams.get('code') : null;
  if (code === null) throw refusalOf({ ...consent, status: Math.max(consent.status, 400) });
  const redeemed = { ...common, client_secret, grant_type: 'authorization_code', code };
  const answer = await adapter.post('token', new URLSearchParams(redeemed).toString());
  if (answer.status >= 300) throw refusalOf(answer);
  return membersOf(answer);
}

import { jsonAnswer } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { invalidMember } from '../invalid-member.ts';
import { readInteger } from '../read-integer.ts';
import { readJson, type JsonBody } from '../read-json.ts';
import { readLimitedText, readTexts } from '../read-members.ts';
import { issueRefreshToken, issueToken } from './issue-tokens.ts';
import type { Perform } from './operation.ts';

const int64 = { minimum: -(2n ** 63n), maximum: 2n ** 63n - 1n };

/** POST /oauth/generate_token: a client of its own for a token of its own. */
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

function readLifetime(body: JsonBody, behaviour: Behaviour): number {
  const asked = readInteger(body, 'expires_in', int64);
  if (asked === undefined) return behaviour.tokenLifetimeS;
  const lifetimeS = behaviour.generatedLifetimeS(asked);
  if (lifetimeS === null) throw invalidMember('expires_in', 'Not positive.');
  return Number(lifetimeS);
}

import { jsonAnswer, type JsonObject } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { invalidMember } from '../invalid-member.ts';
import { int64, readInteger } from '../read-integer.ts';
import { readJson } from '../read-json.ts';
import { readLimitedText, readTexts } from '../read-members.ts';
import { issueRefreshToken, issueToken } from './issue-tokens.ts';
import type { Perform } from './operation.ts';

/** POST /oauth/generate_token: a client of its own for a token of its own. */
export const generateToken: Perform = (call, context) => {
  const { store, behaviour } = context;
  const members = readJson(call);
  const input = behaviour.recordInput({
    client_name: readLimitedText(members, 'client_name', behaviour),
    client_description: readLimitedText(members, 'client_description', behaviour),
    redirect_uris: [],
    default_scopes: readTexts(members, 'scopes'),
  });
  const lifetimeS = readLifetime(members, behaviour);
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

function readLifetime(members: JsonObject, behaviour: Behaviour): number {
  const asked = readInteger(members, 'expires_in', int64);
  if (asked === undefined) return behaviour.tokenLifetimeS;
  const lifetimeS = behaviour.generatedLifetimeS(asked);
  if (lifetimeS === null) throw invalidMember('expires_in', 'Not positive.');
  return lifetimeS;
}

import type { OauthClientResponse } from '../../spec/models.ts';
import { isJsonObject } from '../../spec/json-object.ts';
import type { TargetAnswer } from '../../targets/reference/answer.ts';
import { authenticate } from '../../targets/reference/authenticate.ts';
import type { Answering, Context, Wrapper } from '../../targets/reference/behaviour.ts';
import type { Call } from '../../targets/reference/call.ts';
import { createReference } from '../../targets/reference/create-reference.ts';
import type { RunningReference } from '../../targets/reference/create-reference.ts';
import { sentCredentials } from '../../targets/reference/wrap/read-call.ts';
import type { Adapter } from './adapter.ts';
import { authorize } from './forward/authorize.ts';
import { generateToken } from './forward/generate-token.ts';
import { revokeToken } from './forward/revoke-token.ts';
import { redeem } from './forward/redeem.ts';
import { refusalOf } from './translate.ts';

/**
 * The contract in front of an adapter. It is the reference target, of which everything is kept that OAuth does not
 * define: paths, Basic, clients and their list, logins, error envelopes. What OAuth defines is the library's: authorize,
 * codes, tokens, refresh, revocation, client authentication and Bearer.
 */
export function startGateway(adapter: Adapter, ownConsent: boolean): Promise<RunningReference> {
  const forwards: Forwards = {
    oauth_authorize_post: (call) => authorize(call, adapter, ownConsent),
    oauth_token_post: (call) => redeem(call, adapter),
    oauth_revoke_token_post: (call, context) => revokeToken(call, adapter, context),
  };
  return createReference({
    customise: (behaviour) => {
      behaviour.rotatesClientSecrets = false;
      behaviour.wrappers.push(forward(forwards), keepClients(adapter), admitBearer(adapter));
    },
  });
}

type Forwards = Readonly<Partial<Record<string, (call: Call, context: Context) => Promise<TargetAnswer>>>>;

/** Lets the library perform its operations, for calls whose credentials are right. */
function forward(forwards: Forwards): Wrapper {
  return (call, next, context) => {
    const perform = call.operation === null ? undefined : forwards[call.operation];
    if (perform === undefined) return next(call);
    authenticate(call, context);
    return perform(call, context);
  };
}

/** Tells the library of every client that comes, changes or goes. */
function keepClients(adapter: Adapter): Wrapper {
  return async (call, next) => {
    const answer = await next(call);
    if (answer.status !== 200 || !isJsonObject(answer.body)) return answer;
    switch (call.operation) {
      case 'oauth_client_post':
      case 'oauth_client_client_id_put':
        await adapter.putClient(answer.body as unknown as OauthClientResponse);
        return answer;
      case 'oauth_client_client_id_delete':
        await adapter.removeClient(String(answer.body['client_id']));
        return answer;
      case 'oauth_generate_token_post':
        return generateToken(answer, adapter);
      default:
        return answer;
    }
  };
}

/** Lets the library judge a Bearer token. A call with a good one goes on as the user's own. */
function admitBearer(adapter: Adapter): Wrapper {
  return async (call, next, context): Promise<TargetAnswer> => {
    const { authorization } = call.headers;
    if (authorization === undefined || call.operation === null) return next(call);
    if (sentCredentials(call).scheme.toLowerCase() !== 'bearer') return next(call);
    const answer = await adapter.open(authorization);
    if (answer.status >= 300) throw refusalOf(answer, 'Bearer error="invalid_token"');
    return admit(call, next, context);
  };
}

function admit(call: Call, next: (call: Call) => Answering, { login }: Context): Answering {
  const pair = Buffer.from(`${login.username}:${login.password}`).toString('base64');
  return next({ ...call, headers: { ...call.headers, authorization: `Basic ${pair}` } });
}

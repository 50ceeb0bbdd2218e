import type { TargetAnswer } from '../answer.ts';
import { redirectAnswer } from '../answer.ts';
import type { ReferenceBehaviour } from '../behaviour.ts';
import { readPairs, requiredParameter } from '../read-pairs.ts';
import { Refusal } from '../refusal.ts';
import type { Perform } from './operation.ts';

/** The address to which the identity provider returns the user agent. */
const callback = 'https://prism.example.com:9440/api/nutanix/v3/oauth/idp_callback';

/**
 * A redirect to a login page, with a state unique to this login and a cookie that binds it to the user agent (RFC 6749
 * section 10.12).
 */
export function loginRedirect(behaviour: ReferenceBehaviour, page: string): TargetAnswer {
  const state = behaviour.newLoginState();
  const answer = redirectAnswer(
    behaviour.buildLocation(page, [
      ['response_type', 'code'],
      ['client_id', 'prism-central'],
      ['redirect_uri', callback],
      ['state', state],
    ]),
  );
  const cookie = `NTNX_LOGIN_STATE=${encodeURIComponent(state)}; Path=/; Secure; HttpOnly; SameSite=Lax`;
  return { ...answer, headers: { ...answer.headers, 'Set-Cookie': cookie } };
}

/** GET /oauth/adfs_login: to the ADFS login page. */
export const adfsLogin: Perform = (_call, { behaviour }) =>
  loginRedirect(behaviour, 'https://adfs.example.com/adfs/oauth2/authorize');

/** GET /oauth/idp_login: to the identity provider. */
export const idpLogin: Perform = (_call, { behaviour }) =>
  loginRedirect(behaviour, 'https://idp.example.com/oauth2/authorize');

/**
 * GET /oauth/idp_callback. This target has no identity provider, so no code is ever known. A call is refused because
 * its code is missing or unknown.
 */
export const idpCallback: Perform = (call) => {
  requiredParameter(readPairs(call.query), 'code');
  throw new Refusal(400, 'INVALID_ARGUMENT', 'The identity provider does not know the code.');
};

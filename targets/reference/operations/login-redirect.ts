import { redirectAnswer, type Answer } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';

/** The callback that the identity provider sends the user agent to. */
const callback = 'https://prism.example.com:9440/api/nutanix/v3/oauth/idp_callback';

/**
 * A redirect to a login page, with a state that only this login has and a cookie that ties it to the user agent
 * (RFC 6749 section 10.12).
 */
export function loginRedirect(behaviour: Behaviour, page: string): Answer {
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

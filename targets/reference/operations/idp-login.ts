import { redirectAnswer } from '../answer.ts';
import type { Perform } from './operation.ts';

/** GET /oauth/idp_login: to the identity provider, with a state that only this login has. */
export const idpLogin: Perform = (_call, { behaviour }) =>
  redirectAnswer(
    behaviour.buildLocation('https://idp.example.com/oauth2/authorize', [
      ['response_type', 'code'],
      ['client_id', 'prism-central'],
      ['redirect_uri', 'https://prism.example.com:9440/api/nutanix/v3/oauth/idp_callback'],
      ['scope', 'openid'],
      ['state', behaviour.newLoginState()],
    ]),
  );

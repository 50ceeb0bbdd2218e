import { redirectAnswer } from '../answer.ts';
import type { Perform } from './operation.ts';

/** GET /oauth/adfs_login: to the ADFS login page, with a state that only this login has. */
export const adfsLogin: Perform = (_call, { behaviour }) =>
  redirectAnswer(
    behaviour.buildLocation('https://adfs.example.com/adfs/oauth2/authorize', [
      ['response_type', 'code'],
      ['client_id', 'prism-central'],
      ['redirect_uri', 'https://prism.example.com:9440/api/nutanix/v3/oauth/idp_callback'],
      ['state', behaviour.newLoginState()],
    ]),
  );

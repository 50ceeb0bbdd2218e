import { loginRedirect } from './login-redirect.ts';
import type { Perform } from './operation.ts';

/** GET /oauth/idp_login: to the identity provider. */
export const idpLogin: Perform = (_call, { behaviour }) =>
  loginRedirect(behaviour, 'https://idp.example.com/oauth2/authorize');

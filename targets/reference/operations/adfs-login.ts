import { loginRedirect } from './login-redirect.ts';
import type { Perform } from './operation.ts';

/** GET /oauth/adfs_login: to the ADFS login page. */
export const adfsLogin: Perform = (_call, { behaviour }) =>
  loginRedirect(behaviour, 'https://adfs.example.com/adfs/oauth2/authorize');

import type { RoutedOperation } from '../route.ts';
import { adfsLogin, idpCallback, idpLogin } from './logins.ts';
import { authorize } from './authorize.ts';
import { deleteClient, listClients, readClient, registerClient, updateClient } from './clients.ts';
import { generateToken, revokeToken, token, usersMe } from './tokens.ts';
import type { Perform } from './operation.ts';

/** The implementation of each operation. */
export const operations: Readonly<Record<RoutedOperation, Perform>> = {
  oauth_adfs_login_get: adfsLogin,
  oauth_authorize_post: authorize,
  oauth_client_post: registerClient,
  oauth_client_list_post: listClients,
  oauth_client_client_id_get: readClient,
  oauth_client_client_id_put: updateClient,
  oauth_client_client_id_delete: deleteClient,
  oauth_generate_token_post: generateToken,
  oauth_idp_callback_get: idpCallback,
  oauth_idp_login_get: idpLogin,
  oauth_revoke_token_post: revokeToken,
  oauth_token_post: token,
  users_me: usersMe,
};

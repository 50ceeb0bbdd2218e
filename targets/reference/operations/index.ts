import type { RoutedOperation } from '../route.ts';
import { adfsLogin } from './adfs-login.ts';
import { authorize } from './authorize.ts';
import { deleteClient } from './delete-client.ts';
import { generateToken } from './generate-token.ts';
import { idpCallback } from './idp-callback.ts';
import { idpLogin } from './idp-login.ts';
import { listClients } from './list-clients.ts';
import type { Perform } from './operation.ts';
import { readClient } from './read-client.ts';
import { registerClient } from './register-client.ts';
import { revokeToken } from './revoke-token.ts';
import { token } from './token.ts';
import { updateClient } from './update-client.ts';
import { usersMe } from './users-me.ts';

/** What performs each operation. */
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

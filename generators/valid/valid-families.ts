import type { Contract } from '../../spec/operation.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Family } from '../family.ts';
import { authorizeFamilies } from './authorize.ts';
import { caseFamilies } from './case-families.ts';
import { deleteClientFamilies } from './delete-client.ts';
import { generateTokenFamilies } from './generate-token.ts';
import { idpCallbackFamilies } from './idp-callback.ts';
import { listClientsFamilies } from './list-clients.ts';
import { loginFamilies } from './login.ts';
import { readClientFamilies } from './read-client.ts';
import { registerClientFamilies } from './register-client.ts';
import { replaceClientFamilies } from './replace-client.ts';
import { revokeTokenFamilies } from './revoke-token.ts';
import { tokenFamilies } from './token.ts';

/** The families of an operation whose main request is not broken. */
export function buildValidFamilies(contract: Contract, id: OperationId): readonly Family[] {
  return [...ownFamilies(contract, id), ...caseFamilies(contract.operations[id])];
}

function ownFamilies(contract: Contract, id: OperationId): readonly Family[] {
  const operation = contract.operations[id];
  switch (id) {
    case 'oauth_adfs_login_get':
    case 'oauth_idp_login_get':
      return loginFamilies(id);
    case 'oauth_authorize_post':
      return authorizeFamilies();
    case 'oauth_client_post':
      return registerClientFamilies(operation);
    case 'oauth_client_list_post':
      return listClientsFamilies(operation);
    case 'oauth_client_client_id_get':
      return readClientFamilies(contract);
    case 'oauth_client_client_id_put':
      return replaceClientFamilies(operation);
    case 'oauth_client_client_id_delete':
      return deleteClientFamilies(contract);
    case 'oauth_generate_token_post':
      return generateTokenFamilies(operation);
    case 'oauth_idp_callback_get':
      return idpCallbackFamilies();
    case 'oauth_revoke_token_post':
      return revokeTokenFamilies();
    case 'oauth_token_post':
      return tokenFamilies();
  }
}

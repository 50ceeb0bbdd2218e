import type { OperationId } from '../../../spec/operation-ids.ts';

/** The operations that answer one client. */
export const recordOperations = [
  'oauth_client_post',
  'oauth_client_client_id_get',
  'oauth_client_client_id_put',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** The operations that have a client id in their path. */
export const idOperations = [
  'oauth_client_client_id_get',
  'oauth_client_client_id_put',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** The operations that take what a client is to be. */
export const inputOperations = [
  'oauth_client_post',
  'oauth_client_client_id_put',
] as const satisfies readonly OperationId[];

/** The operations that take a name and a description. */
export const namingOperations = [
  'oauth_client_post',
  'oauth_client_client_id_put',
  'oauth_generate_token_post',
] as const satisfies readonly OperationId[];

/** The operations that take JSON. */
export const jsonOperations = [
  'oauth_client_post',
  'oauth_client_client_id_put',
  'oauth_client_list_post',
  'oauth_generate_token_post',
] as const satisfies readonly OperationId[];

/** The operations that take a form. */
export const formOperations = [
  'oauth_authorize_post',
  'oauth_token_post',
] as const satisfies readonly OperationId[];

/** The operations that send the browser to a login page. */
export const loginOperations = [
  'oauth_adfs_login_get',
  'oauth_idp_login_get',
] as const satisfies readonly OperationId[];

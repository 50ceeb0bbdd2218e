import type { OperationId } from '../../../spec/operation-ids.ts';
import type { Call } from '../call.ts';

/** Which calls a wrapper is for: some operations, or everything, known path or not. */
export type Concern = readonly OperationId[] | 'all';

/** Tells whether a call is a wrapper's concern. */
export function concerns(operations: Concern, call: Call): boolean {
  return operations === 'all' || operations.some((operation) => operation === call.operation);
}

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

// Single ones, as faults and wrappers take them: in a list.

/** `oauth_client_post` alone. */
export const registerOperation = ['oauth_client_post'] as const satisfies readonly OperationId[];

/** `oauth_client_client_id_get` alone. */
export const readOperation = ['oauth_client_client_id_get'] as const satisfies readonly OperationId[];

/** `oauth_client_client_id_put` alone. */
export const updateOperation = ['oauth_client_client_id_put'] as const satisfies readonly OperationId[];

/** `oauth_client_client_id_delete` alone. */
export const deleteOperation = ['oauth_client_client_id_delete'] as const satisfies readonly OperationId[];

/** `oauth_client_list_post` alone. */
export const listOperation = ['oauth_client_list_post'] as const satisfies readonly OperationId[];

/** `oauth_authorize_post` alone. */
export const authorizeOperation = ['oauth_authorize_post'] as const satisfies readonly OperationId[];

/** `oauth_token_post` alone. */
export const tokenOperation = ['oauth_token_post'] as const satisfies readonly OperationId[];

/** `oauth_revoke_token_post` alone. */
export const revokeOperation = ['oauth_revoke_token_post'] as const satisfies readonly OperationId[];

/** `oauth_generate_token_post` alone. */
export const generateOperation = ['oauth_generate_token_post'] as const satisfies readonly OperationId[];

/** `oauth_idp_callback_get` alone. */
export const callbackOperation = ['oauth_idp_callback_get'] as const satisfies readonly OperationId[];

/** `oauth_idp_login_get` alone. */
export const idpLoginOperation = ['oauth_idp_login_get'] as const satisfies readonly OperationId[];

/** `oauth_adfs_login_get` alone. */
export const adfsLoginOperation = ['oauth_adfs_login_get'] as const satisfies readonly OperationId[];

/** The operations that take a number. */
export const numberOperations = [
  'oauth_client_list_post',
  'oauth_generate_token_post',
] as const satisfies readonly OperationId[];

/** The operations that take a query. */
export const queryOperations = [
  'oauth_revoke_token_post',
  'oauth_idp_callback_get',
] as const satisfies readonly OperationId[];

/** The operations that change a client that there is. */
export const changeOperations = [
  'oauth_client_client_id_put',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** The operations that take parameters, in a query or a form. */
export const parameterOperations = [
  'oauth_revoke_token_post',
  'oauth_idp_callback_get',
  'oauth_authorize_post',
  'oauth_token_post',
] as const satisfies readonly OperationId[];

/** The operations that take a body. */
export const bodyOperations = [
  ...jsonOperations,
  ...formOperations,
] as const satisfies readonly OperationId[];

/** The operations that begin and end the life of a client. */
export const lifeOperations = [
  'oauth_client_post',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** The operations that make a client. */
export const creatingOperations = [
  'oauth_client_post',
  'oauth_generate_token_post',
] as const satisfies readonly OperationId[];

/** The operation that makes a client and the one that lists them. */
export const listingOperations = [
  'oauth_client_post',
  'oauth_client_list_post',
] as const satisfies readonly OperationId[];

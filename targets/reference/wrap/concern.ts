import type { OperationId } from '../../../spec/operation-ids.ts';
import type { Call } from '../call.ts';

/** Which calls a wrapper applies to: some operations, or everything, whether the path is known or not. */
export type Concern = readonly OperationId[] | 'all';

/** Whether a wrapper applies to a call. */
export function concerns(operations: Concern, call: Call): boolean {
  return operations === 'all' || operations.some((operation) => operation === call.operation);
}

/** The operations that answer with one client. */
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

/** The operations that take a client as input. */
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

export const jsonOperations = [
  'oauth_client_post',
  'oauth_client_client_id_put',
  'oauth_client_list_post',
  'oauth_generate_token_post',
] as const satisfies readonly OperationId[];

export const formOperations = [
  'oauth_authorize_post',
  'oauth_token_post',
] as const satisfies readonly OperationId[];

/** The operations that redirect the browser to a login page. */
export const loginOperations = [
  'oauth_adfs_login_get',
  'oauth_idp_login_get',
] as const satisfies readonly OperationId[];

// Single operations, as lists, since faults and wrappers take lists.

export const registerOperation = ['oauth_client_post'] as const satisfies readonly OperationId[];

export const readOperation = ['oauth_client_client_id_get'] as const satisfies readonly OperationId[];

export const updateOperation = ['oauth_client_client_id_put'] as const satisfies readonly OperationId[];

export const deleteOperation = ['oauth_client_client_id_delete'] as const satisfies readonly OperationId[];

export const listOperation = ['oauth_client_list_post'] as const satisfies readonly OperationId[];

export const authorizeOperation = ['oauth_authorize_post'] as const satisfies readonly OperationId[];

export const tokenOperation = ['oauth_token_post'] as const satisfies readonly OperationId[];

export const revokeOperation = ['oauth_revoke_token_post'] as const satisfies readonly OperationId[];

export const generateOperation = ['oauth_generate_token_post'] as const satisfies readonly OperationId[];

export const callbackOperation = ['oauth_idp_callback_get'] as const satisfies readonly OperationId[];

export const idpLoginOperation = ['oauth_idp_login_get'] as const satisfies readonly OperationId[];

export const adfsLoginOperation = ['oauth_adfs_login_get'] as const satisfies readonly OperationId[];

/** The operations that take a number. */
export const numberOperations = [
  'oauth_client_list_post',
  'oauth_generate_token_post',
] as const satisfies readonly OperationId[];

export const queryOperations = [
  'oauth_revoke_token_post',
  'oauth_idp_callback_get',
] as const satisfies readonly OperationId[];

/** The operations that change an existing client. */
export const changeOperations = [
  'oauth_client_client_id_put',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** The operations that take parameters in a query or a form. */
export const parameterOperations = [
  'oauth_revoke_token_post',
  'oauth_idp_callback_get',
  'oauth_authorize_post',
  'oauth_token_post',
] as const satisfies readonly OperationId[];

export const bodyOperations = [
  ...jsonOperations,
  ...formOperations,
] as const satisfies readonly OperationId[];

/** The operations that create and delete a client. */
export const lifeOperations = [
  'oauth_client_post',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** The operations that create a client. */
export const creatingOperations = [
  'oauth_client_post',
  'oauth_generate_token_post',
] as const satisfies readonly OperationId[];

/** The operation that creates a client and the one that lists clients. */
export const listingOperations = [
  'oauth_client_post',
  'oauth_client_list_post',
] as const satisfies readonly OperationId[];

import type { OperationId } from '../../spec/operation-ids.ts';

/** Operations that answer 302 only and lead a browser to or from an identity provider. */
export const loginOperations = [
  'oauth_adfs_login_get',
  'oauth_idp_callback_get',
  'oauth_idp_login_get',
] as const satisfies readonly OperationId[];

/** Operations on one client, which its id in the path names. */
export const singleClientOperations = [
  'oauth_client_client_id_get',
  'oauth_client_client_id_put',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** Operations whose success carries clients. */
export const clientOperations = [
  'oauth_client_post',
  'oauth_client_list_post',
  ...singleClientOperations,
] as const satisfies readonly OperationId[];

/** Operations whose success carries tokens. */
export const tokenOperations = [
  'oauth_generate_token_post',
  'oauth_token_post',
] as const satisfies readonly OperationId[];

/** Operations that redirect where they succeed. */
export const redirectOperations = [
  'oauth_authorize_post',
  ...loginOperations,
] as const satisfies readonly OperationId[];

/** Operations whose success carries a JSON body. */
export const jsonAnswerOperations = [
  ...clientOperations,
  ...tokenOperations,
  'oauth_revoke_token_post',
] as const satisfies readonly OperationId[];

const logins: ReadonlySet<OperationId> = new Set(loginOperations);

/** Tells whether an operation leads a browser to or from an identity provider. */
export function isLogin(operation: OperationId): boolean {
  return logins.has(operation);
}

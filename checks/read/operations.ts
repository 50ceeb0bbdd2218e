import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract, Operation } from '../../spec/operation.ts';

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

/** The methods that the contract defines on the path of an operation. */
export function pathMethods(contract: Contract, { path }: Operation): ReadonlySet<string> {
  return new Set(
    Object.values(contract.operations)
      .filter((other) => other.path === path)
      .map(({ method }) => method),
  );
}

/**
 * The methods that another path of the contract has where it takes the operation's path in as well:
 * `/oauth/client/list` is also `/oauth/client/{client_id}` with `list` as the id, and routers differ on it.
 */
export function overlappingMethods(contract: Contract, { path }: Operation): ReadonlySet<string> {
  const segments = path.split('/');
  return new Set(
    Object.values(contract.operations)
      .filter((other) => other.path !== path && takesIn(other.path.split('/'), segments))
      .map(({ method }) => method),
  );
}

function takesIn(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => part === segments[index] || part.startsWith('{'))
  );
}

const commonMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);

/** Tells whether a server may not implement a method at all, and so answer 501 to it (RFC 9110 section 15.6.2). */
export function isUncommonMethod(method: string): boolean {
  return !commonMethods.has(method);
}

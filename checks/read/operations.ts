import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract, Operation } from '../../spec/operation.ts';

/** Operations that only answer 302, and send a browser to or from an identity provider. */
export const loginOperations = [
  'oauth_adfs_login_get',
  'oauth_idp_callback_get',
  'oauth_idp_login_get',
] as const satisfies readonly OperationId[];

/** Operations on one client, whose id is in the path. */
export const singleClientOperations = [
  'oauth_client_client_id_get',
  'oauth_client_client_id_put',
  'oauth_client_client_id_delete',
] as const satisfies readonly OperationId[];

/** Operations whose success contains clients. */
export const clientOperations = [
  'oauth_client_post',
  'oauth_client_list_post',
  ...singleClientOperations,
] as const satisfies readonly OperationId[];

/** Operations whose success contains tokens. */
export const tokenOperations = [
  'oauth_generate_token_post',
  'oauth_token_post',
] as const satisfies readonly OperationId[];

/** Operations whose success is a redirect. */
export const redirectOperations = [
  'oauth_authorize_post',
  ...loginOperations,
] as const satisfies readonly OperationId[];

/** Operations whose success has a JSON body. */
export const jsonAnswerOperations = [
  ...clientOperations,
  ...tokenOperations,
  'oauth_revoke_token_post',
] as const satisfies readonly OperationId[];

const logins: ReadonlySet<OperationId> = new Set(loginOperations);

/** Tells whether an operation sends a browser to or from an identity provider. */
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
 * The methods that the contract defines on other paths that also match the operation's path: `/oauth/client/list` is
 * also `/oauth/client/{client_id}` with the id `list`, and routers differ on it.
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

/** Tells whether a server need not implement a method, and so may answer 501 to it (RFC 9110 section 15.6.2). */
export function isUncommonMethod(method: string): boolean {
  return !commonMethods.has(method);
}

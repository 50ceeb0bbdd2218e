/**
 * The 12 OAuth operations by method and path. Operation ids differ between builds of the description, so the pair of
 * method and path identifies an operation. The ids used here are those of the client documentation.
 */
export const operationPaths = {
  oauth_adfs_login_get: ['GET', '/oauth/adfs_login'],
  oauth_authorize_post: ['POST', '/oauth/authorize'],
  oauth_client_post: ['POST', '/oauth/client'],
  oauth_client_list_post: ['POST', '/oauth/client/list'],
  oauth_client_client_id_get: ['GET', '/oauth/client/{client_id}'],
  oauth_client_client_id_put: ['PUT', '/oauth/client/{client_id}'],
  oauth_client_client_id_delete: ['DELETE', '/oauth/client/{client_id}'],
  oauth_generate_token_post: ['POST', '/oauth/generate_token'],
  oauth_idp_callback_get: ['GET', '/oauth/idp_callback'],
  oauth_idp_login_get: ['GET', '/oauth/idp_login'],
  oauth_revoke_token_post: ['POST', '/oauth/revoke_token'],
  oauth_token_post: ['POST', '/oauth/token'],
} as const satisfies Readonly<Record<string, readonly [method: string, path: string]>>;

export type OperationId = keyof typeof operationPaths;

/** All operation ids, in the order of the table above. */
export const operationIds = Object.keys(operationPaths) as readonly OperationId[];

export function isOperationId(text: string): text is OperationId {
  return Object.hasOwn(operationPaths, text);
}

/** What a suite tests: one operation, or sequences of several operations. */
export type SuiteId = OperationId | 'session';

/** All suites: the 12 operations, then the sequences of several. */
export const suiteIds: readonly SuiteId[] = [...operationIds, 'session'];

export function isSuiteId(text: string): text is SuiteId {
  return text === 'session' || isOperationId(text);
}

/** The operations that take a form. All builds of the description declare the form, but some omit its media type. */
export const formOperations: ReadonlySet<OperationId> = new Set(['oauth_authorize_post', 'oauth_token_post']);

/** The operations that take a JSON body. The published description omits the media type. */
export const jsonOperations: ReadonlySet<OperationId> = new Set([
  'oauth_client_post',
  'oauth_client_list_post',
  'oauth_client_client_id_put',
  'oauth_generate_token_post',
]);

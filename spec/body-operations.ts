import type { OperationId } from './operation-ids.ts';

/** The operations that take a form. Some builds of the description omit its media type, none the form. */
export const formOperations: ReadonlySet<OperationId> = new Set(['oauth_authorize_post', 'oauth_token_post']);

/** The operations that take a JSON body. The published description leaves the media type out. */
export const jsonOperations: ReadonlySet<OperationId> = new Set([
  'oauth_client_post',
  'oauth_client_list_post',
  'oauth_client_client_id_put',
  'oauth_generate_token_post',
]);

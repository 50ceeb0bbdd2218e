import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../../spec/bundled-contract.ts';
import { compileSchema } from '../../spec/compile-schema.ts';
import { loadContract } from '../../spec/load-contract.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { MessageResource, OauthClientInput, OauthTokenForm, ResponseBody } from '../../spec/models.ts';

const client: OauthClientInput = {
  client_name: 'a',
  client_description: 'b',
  redirect_uris: ['https://app.example/callback'],
  default_scopes: [],
};
const tokens: ResponseBody<'oauth_token_post', 200> = {
  access_token: 'a',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'r',
  scope: '',
};
const generated: ResponseBody<'oauth_generate_token_post', 200> = {
  client_id: 'i',
  client_secret: 's',
  oauth_token: { access_token: 'a', token_type: 'bearer', expires_in: 1, refresh_token: 'r', scopes: [] },
};
const error: ResponseBody<'oauth_client_client_id_get', 404> = {
  kind: 'oauth_client',
  code: 404,
  state: 'ERROR',
  message_list: [{ message: 'There is none.', reason: 'ENTITY_NOT_FOUND', details: { id: 'i' } }],
  api_version: '3.1.0',
};

// @ts-expect-error -- a client must have a description
({ client_name: 'a', redirect_uris: [], default_scopes: [] }) satisfies OauthClientInput;
// @ts-expect-error -- there are only two grant types
({ grant_type: 'password', client_id: 'i', client_secret: 's' }) satisfies OauthTokenForm;
// @ts-expect-error -- reasons are enumerated
({ message: 'm', reason: 'WHATEVER' }) satisfies MessageResource;
// @ts-expect-error -- a redirect has no body
({}) satisfies ResponseBody<'oauth_idp_login_get', 302>;

describe('the generated types', () => {
  it.each<[OperationId, string, unknown]>([
    ['oauth_client_post', '200', { client_id: 'i', client_secret: 's', ...client }],
    ['oauth_token_post', '200', tokens],
    ['oauth_generate_token_post', '200', generated],
    ['oauth_client_client_id_get', '404', error],
  ])('describe values that the contract takes for the answer of %s', async (id, status, value) => {
    const schema = (await loadContract(bundledContract)).operations[id].responses[status]?.schema;
    expect(compileSchema(schema ?? false)(value)).toEqual([]);
    expect(compileSchema(schema ?? false)(null)).not.toEqual([]);
  });
});

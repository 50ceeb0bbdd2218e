import type { components, operations } from './generated/openapi.ts';
import type { OperationId } from './operation-ids.ts';

/** The models of the contract by name, generated from `openapi.yaml`. */
type Models = components['schemas'];

/** The form of POST /oauth/authorize. */
export type OauthAuthorizeForm = Models['OauthAuthorizeForm'];

/** The form of POST /oauth/token. */
export type OauthTokenForm = Models['OauthTokenForm'];

/** A client as it is registered or replaced. */
export type OauthClientInput = Models['OauthClientInput'];

/** A registered client, including its secret. */
export type OauthClientResponse = Models['OauthClientResponse'];

/** A request for a list of clients. */
export type OauthClientListMetadata = Models['OauthClientListMetadata'];

/** A list of clients, with the request that it answers. */
export type OauthClientList = Models['OauthClientList'];

/** A request to create a client and a token in one step. */
export type OauthGenerateTokenRequest = Models['OauthGenerateTokenRequest'];

/** The client and the token that were created in one step. */
export type OauthGenerateTokenResponse = Models['OauthGenerateTokenResponse'];

/** The token of a generated client; its scopes are a list. */
export type OauthToken = Models['OauthToken'];

/** The token issued for a grant; its scopes are a single string. */
export type ProviderOauthToken = Models['ProviderOauthToken'];

/** The status of a call to the grant and token operations. */
export type OauthStatus = Models['OauthStatus'];

/** The status of a call to the client operations. */
export type OauthClientStatus = Models['OauthClientStatus'];

/** One message of a status. */
export type MessageResource = Models['MessageResource'];

/** A reason that the contract lists. */
export type Reason = MessageResource['reason'];

/** The JSON body of an operation's documented answer; `never` where no body is documented. */
export type ResponseBody<
  Id extends OperationId,
  Status extends keyof operations[Id]['responses'],
> = operations[Id]['responses'][Status] extends {
  readonly content: { readonly 'application/json': infer Body };
}
  ? Body
  : never;

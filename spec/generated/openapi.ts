// Generated from spec/openapi.yaml by tools/generate-types.mjs. Do not edit.

export interface paths {
    readonly "/oauth/adfs_login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Start a login at AD FS */
        readonly get: operations["oauth_adfs_login_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/authorize": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give or deny a client the authorization of the calling user */
        readonly post: operations["oauth_authorize_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/client": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Register a client */
        readonly post: operations["oauth_client_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/client/list": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** List the registered clients */
        readonly post: operations["oauth_client_list_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/client/{client_id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly client_id: string;
            };
            readonly cookie?: never;
        };
        /** Read a client */
        readonly get: operations["oauth_client_client_id_get"];
        /** Replace a client */
        readonly put: operations["oauth_client_client_id_put"];
        readonly post?: never;
        /** Delete a client */
        readonly delete: operations["oauth_client_client_id_delete"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/generate_token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make a client and a token for the calling user in one step */
        readonly post: operations["oauth_generate_token_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/idp_callback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Take the answer of the identity provider */
        readonly get: operations["oauth_idp_callback_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/idp_login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Start a login at the identity provider */
        readonly get: operations["oauth_idp_login_get"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/revoke_token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Revoke a token */
        readonly post: operations["oauth_revoke_token_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/oauth/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Exchange a code or a refresh token for tokens */
        readonly post: operations["oauth_token_post"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What the user decided about a client */
        readonly OauthAuthorizeForm: {
            readonly client_id: string;
            /** @constant */
            readonly response_type: "code";
            /**
             * @description Whether the user agrees
             * @enum {string}
             */
            readonly confirm: "yes" | "no";
            /** @description The scopes asked for, with whitespace between */
            readonly scope?: string;
            /** @description Where the answer goes */
            readonly redirect_uri?: string;
            /** @description Comes back as it was sent, against cross-site request forgery */
            readonly state?: string;
        };
        /** @description A grant and the credentials of the client that redeems it */
        readonly OauthTokenForm: {
            /** @enum {string} */
            readonly grant_type: "authorization_code" | "refresh_token";
            readonly client_id: string;
            readonly client_secret: string;
            /** @description Goes with the grant type `authorization_code` */
            readonly code?: string;
            /** @description Goes with the grant type `refresh_token` */
            readonly refresh_token?: string;
            /** @description The state of the authorization, if it had one */
            readonly state?: string;
            /** @description The redirect URI of the authorization; goes with the grant type `authorization_code` */
            readonly redirect_uri?: string;
        };
        /** @description A client as it is registered or replaced */
        readonly OauthClientInput: {
            readonly client_name: string;
            readonly client_description: string;
            readonly redirect_uris: readonly string[];
            readonly default_scopes: readonly string[];
        };
        /** @description A registered client, its secret included */
        readonly OauthClientResponse: {
            readonly client_id: string;
            readonly client_secret: string;
            readonly client_name: string;
            readonly client_description: string;
            readonly redirect_uris: readonly string[];
            readonly default_scopes: readonly string[];
        };
        /** @description Which clients to list, in what order */
        readonly OauthClientListMetadata: {
            /**
             * @default oauth_client
             * @enum {string}
             */
            readonly kind?: "oauth_client";
            /** @description The member to sort by */
            readonly sort_attribute?: string;
            /**
             * @deprecated
             * @description A filter in FIQL
             */
            readonly filter?: string;
            /**
             * Format: int32
             * @description How many clients to list
             */
            readonly length?: number;
            /**
             * Format: int32
             * @description How many clients to pass over
             */
            readonly offset?: number;
            /** @enum {string} */
            readonly sort_order?: "ASCENDING" | "DESCENDING";
        };
        /** @description Clients, and the request which they answer */
        readonly OauthClientList: {
            readonly entities: readonly components["schemas"]["OauthClientResponse"][];
            readonly metadata: components["schemas"]["OauthClientListMetadata"];
        };
        /** @description The client and the token to make */
        readonly OauthGenerateTokenRequest: {
            readonly client_name: string;
            readonly client_description: string;
            readonly scopes: readonly string[];
            /**
             * Format: int64
             * @description Lifetime of the token in seconds
             */
            readonly expires_in?: number;
        };
        /** @description A new client with its token */
        readonly OauthGenerateTokenResponse: {
            readonly client_id: string;
            readonly client_secret: string;
            readonly oauth_token: components["schemas"]["OauthToken"];
        };
        /** @description A token of a generated client. Its scopes are a list. */
        readonly OauthToken: {
            /** @description The token for the gateway */
            readonly access_token: string;
            /** @description The word bearer, in any case */
            readonly token_type: string;
            /**
             * Format: int64
             * @description Lifetime of the access token in seconds
             */
            readonly expires_in: number;
            /** @description Gets the next token */
            readonly refresh_token: string;
            /** @description The scopes granted */
            readonly scopes: readonly string[];
        };
        /** @description A token that was got for a grant. Its scopes are one text. */
        readonly ProviderOauthToken: {
            /** @description The token for the gateway */
            readonly access_token: string;
            /** @description The word bearer, in any case */
            readonly token_type: string;
            /**
             * Format: int64
             * @description Lifetime of the access token in seconds
             */
            readonly expires_in: number;
            /** @description Gets the next token */
            readonly refresh_token: string;
            /** @description The scopes granted, with spaces between */
            readonly scope: string;
        };
        /** @description The outcome of a call, as the grant and token operations tell it */
        readonly OauthStatus: {
            /**
             * @default oauth
             * @enum {string}
             */
            readonly kind?: "oauth";
            /** @description The HTTP status */
            readonly code?: number;
            readonly state?: string;
            readonly message_list?: readonly components["schemas"]["MessageResource"][];
            readonly api_version?: components["schemas"]["ApiVersion"];
        };
        /** @description The outcome of a call, as the client operations tell it */
        readonly OauthClientStatus: {
            /**
             * @default oauth_client
             * @enum {string}
             */
            readonly kind?: "oauth_client";
            /** @description The HTTP status */
            readonly code?: number;
            readonly state?: string;
            readonly message_list?: readonly components["schemas"]["MessageResource"][];
            readonly api_version?: components["schemas"]["ApiVersion"];
        };
        /**
         * @description The version of the API
         * @default 3.1.0
         */
        readonly ApiVersion: string;
        /** @description One message of a status */
        readonly MessageResource: {
            /** @description What went wrong, for a reader */
            readonly message: string;
            /**
             * @description What went wrong, for a program
             * @enum {string}
             */
            readonly reason: "ACCESS_DENIED" | "ACCESS_FORBIDDEN" | "ACTION_NOT_SUPPORTED" | "AFFINITY_FAILURE" | "AUTHENTICATION_REQUIRED" | "BEARER_TOKEN_EXPIRED" | "BEARER_TOKEN_BAD_SIGNATURE" | "CANNOT_MODIFY_PRE_CONFIGURED_REPORT" | "CATEGORY_NAME_VALUE_MISMATCH" | "CLUSTER_CAPABILITY_ERROR" | "CONFIGURATION_INCOMPLETE" | "CONCURRENT_REQUESTS_NOT_ALLOWED" | "DEFAULT_PROJECT_UNAVAILABLE" | "DESERIALIZATION_FAILED" | "DIRECTORY_SERVICE_CONNECTION_FAILED" | "ENTITY_ALREADY_EXISTS" | "ENTITY_DELETION_FAILED" | "ENTITY_IS_READONLY" | "ENTITY_NAME_UUID_MISMATCH" | "ENTITY_NOT_CONFIGURED" | "ENTITY_NOT_FOUND" | "ENTITY_SAVE_ERROR" | "ENTITY_UPDATE_FAILED" | "IDEMPOTENCE_UUID_CREATION_FAILED" | "IDP_NOT_REACHABLE" | "INTERNAL_ERROR" | "INVALID_ARGUMENT" | "INVALID_AZ_NAME" | "INVALID_CONTENT_TYPE" | "INVALID_DATA_FORMAT" | "INVALID_PORTAL_CONFIGURATION" | "INVALID_REQUEST" | "INVALID_UUID" | "INVALID_OWNER_REFERENCE" | "INTERNAL_AZ_PROXY_SETUP_ERROR" | "INTERNAL_ERROR_REMOTE_REQUEST" | "INTERNAL_ROLE_ACCESS_DENIED" | "INCORRECT_EVENTS_FILTER" | "MISSING_ATTRIBUTE" | "MISSING_CURRENT_USER_METADATA" | "NAME_NOT_IN_DOMAIN" | "NO_POLICY_COMPLIANT_CLUSTER" | "NO_RESPONSE_RECEIVED_FROM_PORTAL" | "NO_STORAGE_POLICY_COMPLIANT_CONTAINER" | "PE_NOT_PAIRED_WITH_PC" | "PC_NOT_PAIRED_WITH_XI_PORTAL" | "REFERENCE_ERROR" | "RESERVED_ROLE_ACCESS_DENIED" | "REQUEST_NOT_SUPPORTED" | "REMOTE_CLUSTER_IP_FETCH_FAILED" | "REMOTE_CLUSTER_NOT_CONNECTED" | "REMOTE_CONNECTION_EXISTS" | "REMOTE_CONNECTION_NOT_FOUND" | "REPORT_CONFIG_NOT_FOUND" | "REPORTING_RESOURCE_NOT_FOUND" | "REPORTING_INTERNAL_ERROR" | "RESOURCE_SHORTAGE" | "SERVICE_UNAVAILABLE" | "SEARCH_RESULT_PROCESSING_ERROR" | "TOO_MANY_REQUESTS" | "UNCONFIGURED_API_KEY" | "UNCONFIGURED_PORTAL_CONNECTION" | "UNSPECIFIED_EVENTS_FILTER" | "UNSUPPORTED_AZ_PROXY_API" | "UNSUPPORTED_MEDIA_TYPE_ERROR" | "UPLOAD_TO_S3_FAILED" | "VALIDATION_ERROR" | "INVALID_SSL_CERTIFICATE" | "ERROR_ATTACHING_FILE_TO_CASE" | "SPEC_UPDATE_ERROR" | "SPEC_INCOMPATIBLE_ERROR" | "CLOUD_UNREACHABLE_ERROR" | "INVALID_CLOUD_CREDENTIALS" | "IDP_PORTAL_UNREACHABLE" | "SELF_PAIRING_NOT_ALLOWED" | "PAIRING_FAILED" | "PAIRING_NOT_ALLOWED" | "PAIRING_INITIATING_NOT_ALLOWED" | "CLOUD_TRUST_EXISTS" | "DUPLICATE_CLOUD_TRUST" | "DUPLICATE_CLOUD_TRUST_ON_REMOTE";
            /** @description Further facts by name */
            readonly details?: {
                readonly [key: string]: string;
            };
        };
    };
    responses: {
        /** @description The client */
        readonly OauthClient: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OauthClientResponse"];
            };
        };
        /** @description No such client */
        readonly UnknownClient: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OauthClientStatus"];
            };
        };
        /** @description Any other error */
        readonly OauthClientError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OauthClientStatus"];
            };
        };
        /** @description Any other error */
        readonly OauthError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OauthStatus"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Where to go next */
        readonly Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly oauth_adfs_login_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description To the login page of AD FS */
            readonly 302: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly oauth_authorize_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["OauthAuthorizeForm"];
            };
        };
        readonly responses: {
            /** @description To the redirect URI of the client, with `code` and, where it was sent, `state` in its query */
            readonly 302: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly default: components["responses"]["OauthError"];
        };
    };
    readonly oauth_client_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OauthClientInput"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["OauthClient"];
            readonly default: components["responses"]["OauthClientError"];
        };
    };
    readonly oauth_client_list_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OauthClientListMetadata"];
            };
        };
        readonly responses: {
            /** @description The clients asked for */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthClientList"];
                };
            };
            readonly default: components["responses"]["OauthClientError"];
        };
    };
    readonly oauth_client_client_id_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly client_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["OauthClient"];
            readonly 404: components["responses"]["UnknownClient"];
            readonly default: components["responses"]["OauthClientError"];
        };
    };
    readonly oauth_client_client_id_put: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly client_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OauthClientInput"];
            };
        };
        readonly responses: {
            readonly 200: components["responses"]["OauthClient"];
            readonly 404: components["responses"]["UnknownClient"];
            readonly default: components["responses"]["OauthClientError"];
        };
    };
    readonly oauth_client_client_id_delete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly client_id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["OauthClient"];
            readonly 404: components["responses"]["UnknownClient"];
            readonly default: components["responses"]["OauthClientError"];
        };
    };
    readonly oauth_generate_token_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OauthGenerateTokenRequest"];
            };
        };
        readonly responses: {
            /** @description The new client and its token */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthGenerateTokenResponse"];
                };
            };
            readonly default: components["responses"]["OauthError"];
        };
    };
    readonly oauth_idp_callback_get: {
        readonly parameters: {
            readonly query: {
                readonly code: string;
                readonly state?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description To the self-service portal */
            readonly 302: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly oauth_idp_login_get: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description To the login page of the identity provider */
            readonly 302: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly oauth_revoke_token_post: {
        readonly parameters: {
            readonly query: {
                readonly token: string;
                readonly token_type_hint?: "access_token" | "refresh_token";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The token is revoked */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthStatus"];
                };
            };
            /** @description No such token */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthStatus"];
                };
            };
            readonly default: components["responses"]["OauthError"];
        };
    };
    readonly oauth_token_post: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["OauthTokenForm"];
            };
        };
        readonly responses: {
            /** @description The tokens */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProviderOauthToken"];
                };
            };
            /** @description The request or its grant is no good */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthStatus"];
                };
            };
            /** @description The client could not be authenticated */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OauthStatus"];
                };
            };
            readonly default: components["responses"]["OauthError"];
        };
    };
}

import type { JsonValue } from '../../spec/json-schema.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Capture, Piece, RequestTemplate, Step } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { buildRequest, slot } from '../request/build-request.ts';
import type { StepName } from '../step-name.ts';
import { fixtureClient, fixtureRedirectUri, fixtureScope, fixtureState } from './fixture-client.ts';
import { codeForm } from './token-form.ts';
import type { TokenParameters } from './token-form.ts';

export interface RegisterOptions {
  /** Steps with the same key are sent once in the run of an operation, so their bodies must be the same. */
  readonly shared?: string;
  /** Which client of the case this is. It decides the slots. */
  readonly name?: keyof typeof prefixes;
}

/** The slots of a step are these prefixes, followed by `.id` and `.secret`. */
const prefixes = { register: 'client', 'register-other': 'other', 'register-third': 'third' } as const;

/** Registers a client, and captures its id and secret. */
export function registerStep(body?: JsonValue, { shared, name = 'register' }: RegisterOptions = {}): Step {
  const prefix = prefixes[name];
  return {
    name,
    role: 'setup',
    operation: 'oauth_client_post',
    request: buildRequest('oauth_client_post', { json: body ?? fixtureClient(prefix) }),
    captures: [
      { slot: `${prefix}.id`, from: 'body', pointer: '/client_id' },
      { slot: `${prefix}.secret`, from: 'body', pointer: '/client_secret' },
    ],
    ...(shared === undefined ? {} : { shared }),
  };
}

/** How a user's consent is obtained before the main request. */
export interface AuthorizeOptions {
  readonly name?: StepName;
  readonly clientId?: Piece;
  /** Null leaves it out: the client then needs exactly one redirect URI. */
  readonly redirectUri?: string | null;
  /** Null leaves it out. */
  readonly scope?: string | null;
  /** Null leaves it out. */
  readonly state?: string | null;
  /** The slot that receives the code; `code` by default. */
  readonly code?: string;
}

/** Authorizes the client with confirm=yes as a careful client does, and captures the code. */
export function authorizeStep({
  name = 'authorize',
  clientId = slot('client.id'),
  redirectUri = fixtureRedirectUri,
  scope = fixtureScope,
  state = fixtureState,
  code = 'code',
}: AuthorizeOptions = {}): Step {
  const form: Pair[] = [
    ['client_id', clientId],
    ['response_type', 'code'],
    ['confirm', 'yes'],
  ];
  if (redirectUri !== null) form.push(['redirect_uri', redirectUri]);
  if (scope !== null) form.push(['scope', scope]);
  if (state !== null) form.push(['state', state]);
  return {
    name,
    role: 'setup',
    operation: 'oauth_authorize_post',
    request: buildRequest('oauth_authorize_post', { form }),
    captures: [{ slot: code, from: 'location', parameter: 'code' }],
  };
}

export interface RedeemOptions extends TokenParameters {
  readonly name?: StepName;
  readonly redirectUri?: string;
}

/** Redeems a code, and captures the access token and the refresh token. */
export function redeemStep({
  name = 'redeem',
  redirectUri = fixtureRedirectUri,
  ...parameters
}: RedeemOptions = {}): Step {
  return {
    name,
    role: 'setup',
    operation: 'oauth_token_post',
    request: buildRequest('oauth_token_post', { form: codeForm({ ...parameters, redirectUri }) }),
    captures: [
      { slot: 'access_token', from: 'body', pointer: '/access_token' },
      { slot: 'refresh_token', from: 'body', pointer: '/refresh_token' },
    ],
  };
}

export interface GenerateOptions {
  /** Steps with the same key are sent once in the run of an operation, so their bodies must be the same. */
  readonly shared?: string;
}

/** The body of a request to generate a token that every target can grant. */
export function fixtureTokenRequest(label: string): JsonValue {
  const { client_name, client_description } = fixtureClient(label);
  return { client_name, client_description, scopes: [fixtureScope] };
}

/** Generates a token with a client of its own, and captures all four values as `generated.*`. */
export function generateStep(body?: JsonValue, { shared }: GenerateOptions = {}): Step {
  return {
    name: 'generate',
    role: 'setup',
    operation: 'oauth_generate_token_post',
    request: buildRequest('oauth_generate_token_post', { json: body ?? fixtureTokenRequest('token') }),
    captures: generatedCaptures('generated'),
    ...(shared === undefined ? {} : { shared }),
  };
}

/** Where the answer to a generated token has its values. The slots are named with the prefix. */
export function generatedCaptures(prefix: string): readonly Capture[] {
  return [
    { slot: `${prefix}.id`, from: 'body', pointer: '/client_id' },
    { slot: `${prefix}.secret`, from: 'body', pointer: '/client_secret' },
    { slot: `${prefix}.access_token`, from: 'body', pointer: '/oauth_token/access_token' },
    { slot: `${prefix}.refresh_token`, from: 'body', pointer: '/oauth_token/refresh_token' },
  ];
}

/** The step that a case is about. A client or token that it creates is captured as `created.*`. */
export function mainRequestStep(operation: OperationId, request: RequestTemplate): Step {
  return { name: 'main', role: 'main', operation, request, captures: mainCaptures(operation) };
}

function mainCaptures(operation: OperationId): readonly Capture[] {
  switch (operation) {
    case 'oauth_client_post':
      return [
        { slot: 'created.id', from: 'body', pointer: '/client_id' },
        { slot: 'created.secret', from: 'body', pointer: '/client_secret' },
      ];
    case 'oauth_generate_token_post':
      return generatedCaptures('created');
    default:
      return [];
  }
}

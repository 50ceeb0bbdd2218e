import type { JsonValue } from '../../spec/json-schema.ts';
import type { Capture, Step } from '../case.ts';
import { buildRequest } from '../request/build-request.ts';
import { fixtureClient, fixtureScope } from './fixture-client.ts';

/** How a token is generated before the main request. */
export interface GenerateOptions {
  /** Steps with the same key are sent once an operation's run: their bodies must be the same. */
  readonly shared?: string;
}

/** The body of a token generation that every target can grant. */
export function fixtureTokenRequest(label: string): JsonValue {
  const { client_name, client_description } = fixtureClient(label);
  return { client_name, client_description, scopes: [fixtureScope] };
}

/** Generates a token with a client of its own, and keeps all four values as `generated.*`. */
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

/** Where the answer of a token generation has its values; the slots are named under a prefix. */
export function generatedCaptures(prefix: string): readonly Capture[] {
  return [
    { slot: `${prefix}.id`, from: 'body', pointer: '/client_id' },
    { slot: `${prefix}.secret`, from: 'body', pointer: '/client_secret' },
    { slot: `${prefix}.access_token`, from: 'body', pointer: '/oauth_token/access_token' },
    { slot: `${prefix}.refresh_token`, from: 'body', pointer: '/oauth_token/refresh_token' },
  ];
}

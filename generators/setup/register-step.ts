import type { JsonValue } from '../../spec/json-schema.ts';
import type { Step } from '../case.ts';
import { buildRequest } from '../request/build-request.ts';
import { fixtureClient } from './fixture-client.ts';

/** How a client is registered before the main request. */
export interface RegisterOptions {
  /** Steps with the same key are sent once an operation's run: their bodies must be the same. */
  readonly shared?: string;
  /** Which client of the case it is: that decides the slots. */
  readonly name?: keyof typeof prefixes;
}

/** The slots of a step are these with `.id` and `.secret` behind them. */
const prefixes = { register: 'client', 'register-other': 'other', 'register-third': 'third' } as const;

/** Registers a client, and keeps its id and secret. */
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

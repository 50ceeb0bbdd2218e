import type { Piece, Step } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { buildRequest, slot } from '../request/build-request.ts';
import type { StepName } from '../step-name.ts';
import { fixtureRedirectUri } from './fixture-client.ts';

/** How a user's consent is obtained before the main request. */
export interface AuthorizeOptions {
  readonly name?: StepName;
  readonly clientId?: Piece;
  /** Null leaves it out: the client then needs exactly one. */
  readonly redirectUri?: string | null;
  readonly scope?: string;
  readonly state?: string;
  /** The slot that receives the code; `code` by default. */
  readonly code?: string;
}

/** Authorizes the client with confirm=yes, and keeps the code. */
export function authorizeStep({
  name = 'authorize',
  clientId = slot('client.id'),
  redirectUri = fixtureRedirectUri,
  scope,
  state,
  code = 'code',
}: AuthorizeOptions = {}): Step {
  const form: Pair[] = [
    ['client_id', clientId],
    ['response_type', 'code'],
    ['confirm', 'yes'],
  ];
  if (redirectUri !== null) form.push(['redirect_uri', redirectUri]);
  if (scope !== undefined) form.push(['scope', scope]);
  if (state !== undefined) form.push(['state', state]);
  return {
    name,
    role: 'setup',
    operation: 'oauth_authorize_post',
    request: buildRequest('oauth_authorize_post', { form }),
    captures: [{ slot: code, from: 'location', parameter: 'code' }],
  };
}

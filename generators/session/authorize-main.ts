import type { Piece, Step } from '../case.ts';
import { buildRequest, slot } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { fixtureScope, fixtureState } from '../setup/fixture-client.ts';

/** The parts of an authorization that sessions vary. Null leaves a parameter out. */
export interface AuthorizeForm {
  readonly clientId?: Piece;
  readonly redirectUri: string | null;
  readonly responseType?: string | null;
  readonly confirm?: string | null;
  readonly scope?: string | null;
  readonly state?: string | null;
  /** Further parameters, at the end. */
  readonly extra?: readonly Pair[];
}

/** The authorization that a case is about. Its code is captured as `code`. */
export function authorizeMain({
  clientId = slot('client.id'),
  redirectUri,
  responseType = 'code',
  confirm = 'yes',
  scope = fixtureScope,
  state = fixtureState,
  extra = [],
}: AuthorizeForm): Step {
  const pairs: readonly (readonly [string, Piece | null])[] = [
    ['client_id', clientId],
    ['response_type', responseType],
    ['confirm', confirm],
    ['redirect_uri', redirectUri],
    ['scope', scope],
    ['state', state],
  ];
  const sent = pairs.flatMap(([name, value]): readonly Pair[] => (value === null ? [] : [[name, value]]));
  return {
    name: 'main',
    role: 'main',
    operation: 'oauth_authorize_post',
    request: buildRequest('oauth_authorize_post', { form: [...sent, ...extra] }),
    captures: [{ slot: 'code', from: 'location', parameter: 'code' }],
  };
}

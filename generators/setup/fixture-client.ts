import fc from 'fast-check';
import type { OauthClientInput } from '../../spec/models.ts';
import { fixturePrefix, runMark } from './run-mark.ts';

const empty: Omit<OauthClientInput, 'client_name'> = {
  client_description: '',
  redirect_uris: [],
  default_scopes: [],
};

/**
 * Empty members of a client, one or several at once. They show whether a target stores them as null or leaves them out.
 * The name is kept, so that a client that is left behind can be found.
 */
export const emptyMembers: fc.Arbitrary<Partial<OauthClientInput>> = fc
  .subarray(Object.entries(empty), { minLength: 1 })
  .map((members) => Object.fromEntries(members));

/** The scope that fixtures request: that of the vendor's own sample client, which targets know. */
export const fixtureScope = 'all';

/**
 * The state that fixtures send. A careful client's is hard to guess (RFC 6749 section 10.10), and some targets refuse
 * shorter ones.
 */
export const fixtureState = 'conformance-4h7Qm2xT9vKc1wZ8';

/** The redirect URI of a fixture client by default. */
export const fixtureRedirectUri = 'https://app.example.com/callback';

/** A second redirect URI, on another host, for clients that have two. */
export const secondRedirectUri = 'https://portal.example.net/oauth/done';

/** The name of a fixture client. Both name and description have the mark of the run, since cases change one of them. */
export function fixtureName(label: string): string {
  return `${fixturePrefix}${runMark}-${label}`;
}

/**
 * The client that setup steps register. Its URIs are absolute https URIs under reserved names (RFC 2606) and its scope
 * is plain: a target may refuse unknown URIs and scopes.
 */
export function fixtureClient(
  label: string,
  redirectUris: readonly string[] = [fixtureRedirectUri],
): OauthClientInput {
  return {
    client_name: fixtureName(label),
    client_description: `Made by conformance run ${runMark}; may be removed.`,
    redirect_uris: redirectUris,
    default_scopes: [fixtureScope],
  };
}

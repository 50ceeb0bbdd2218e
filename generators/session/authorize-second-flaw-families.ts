import * as fc from 'fast-check';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { fixtureState } from '../setup/fixture-client.ts';
import { registerStep } from '../setup/setup-steps.ts';
import type { AuthorizeForm } from './authorize-main.ts';
import { authorizeMain } from './authorize-main.ts';
import { evilUri } from './authorize-closed-families.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import { sessionClient, withMembers } from './session-client.ts';
import { inTurn } from '../text/in-turn.ts';

/**
 * What else may be wrong with a request whose redirect URI is not registered. A server that looks at this first must
 * not tell it to that URI.
 */
const secondFlaws = {
  'and-response-type-missing': { responseType: null },
  'and-response-type-unknown': { responseType: 'bogus' },
  'and-response-type-token': { responseType: 'token' },
  'and-response-type-repeated': { extra: [['response_type', 'token']] },
  'and-scope-unknown': { scope: 'conformance-unknown' },
  'and-scope-malformed': { scope: '"\\' },
  'and-confirm-missing': { confirm: null },
  'and-confirm-unknown': { confirm: 'maybe' },
  'and-state-repeated': { extra: [['state', `${fixtureState}-second`]] },
  'and-pkce-malformed': { extra: [['code_challenge_method', 'bogus']] },
} satisfies Readonly<Record<string, Partial<AuthorizeForm>>>;

const loopbackUri = 'http://127.0.0.1:8080/callback';

/** On loopback the port alone is free (RFC 8252 section 7.3). */
const loopbackEvasions = {
  'loopback-host': ['http://localhost:8080/callback', 'http://127.0.0.1.evil.invalid:8080/callback', evilUri],
  'loopback-path': ['http://127.0.0.1:8080/stolen', 'http://127.0.0.1:8080/callback/more'],
  'loopback-query': [`${loopbackUri}?more=1`],
} satisfies Readonly<Record<string, readonly string[]>>;

/** Authorizations to an unregistered redirect URI with a second flaw, and near misses of a loopback URI. */
export function authorizeSecondFlawFamilies(): readonly Family[] {
  return [
    ...entriesOf(secondFlaws).map(([kind, form]) =>
      sessionFamily({
        name: `authorize.redirect.${kind}`,
        expectation: 'refuse',
        aspect: 'input',
        brokenAt: 'form:redirect_uri',
        values: fc.record({
          client: sessionClient,
          evade: inTurn(
            (uri: string) => `${uri}/more`,
            () => evilUri,
          ),
        }),
        steps: ({ client: { input, uri }, evade }) => [
          registerStep(input),
          authorizeMain({ redirectUri: evade(uri), ...form }),
        ],
        enough: 4,
      }),
    ),
    ...entriesOf(loopbackEvasions).map(([kind, uris]) =>
      sessionFamily({
        name: `authorize.redirect.${kind}`,
        // A target may take no URI of a native app.
        expectation: 'either',
        aspect: 'input',
        values: fc.record({ client: sessionClient, uri: inTurn(...uris) }),
        steps: ({ client: { input }, uri }) => [
          asMain(registerStep(withMembers(input, { redirect_uris: [loopbackUri] }))),
          asProbe(authorizeMain({ redirectUri: uri }), 'authorize'),
        ],
        enough: 6,
      }),
    ),
  ];
}

import * as fc from 'fast-check';
import type { Family } from '../family.ts';
import type { Pair } from '../request/build-request.ts';
import { evilUri } from './authorize-closed-families.ts';
import { listStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { asMain, asProbe, asSetup, sessionFamily } from './session-case.ts';
import { inventedValue } from './session-client.ts';
import { loginStep } from './login-steps.ts';
import type { LoginOperation } from './login-steps.ts';
import { inTurn } from '../text/in-turn.ts';

/** Parameters from which careless code takes the target of a redirect. */
const destinations = [
  'next',
  'redirect_uri',
  'RelayState',
  'state',
  'return_to',
  'url',
  'continue',
  'target',
  'host',
  'idp',
  'returnTo',
];

/** The login operations: no outsider controls their redirects, and invented values give no session. */
export function loginFamilies(): readonly Family[] {
  return [
    freshFamily('idp', 'oauth_idp_login_get'),
    freshFamily('adfs', 'oauth_adfs_login_get'),
    ...openFamilies('idp', 'oauth_idp_login_get'),
    ...openFamilies('adfs', 'oauth_adfs_login_get'),
    ...openFamilies('callback', 'oauth_idp_callback_get'),
    forwardedFamily('idp', 'oauth_idp_login_get'),
    forwardedFamily('adfs', 'oauth_adfs_login_get'),
    forwardedFamily('callback', 'oauth_idp_callback_get'),
    inventedCodeFamily(),
    deniedFamily(),
  ];
}

/** Logins after the first. 16 values show what varies in a state, and those of one case are enough. */
const furtherLogins = 16;

function freshFamily(kind: FamilyKind<'login.fresh'>, operation: LoginOperation): Family {
  return sessionFamily({
    name: `login.fresh.${kind}`,
    // Without an identity provider a refusal is lawful.
    expectation: 'either',
    aspect: 'input',
    values: fc.constant(null),
    steps: () => [
      asMain(loginStep(operation)),
      asProbe(loginStep(operation), 'login-again'),
      ...Array.from({ length: furtherLogins }, (_, index) =>
        asProbe(loginStep(operation), `login-${index + 3}`),
      ),
    ],
    enough: 4,
  });
}

/** The foreign address in forms that a careless check does not take for a URL, but a user agent does. */
const oddEvilUris = ['//evil.invalid/stolen', 'https:evil.invalid', '/\\evil.invalid'];

/**
 * All names at once, so that few cases cover each; and one alone, as a target may refuse parameters that it does not
 * know.
 */
function openFamilies(kind: 'idp' | 'adfs' | 'callback', operation: LoginOperation): readonly Family[] {
  const all = fc.constant(destinations);
  const one = inTurn(...destinations).map((name) => [name]);
  const odd = inTurn(...oddEvilUris);
  return [
    openFamily(`${kind}-any`, operation, { names: all, uri: fc.constant(evilUri) }),
    openFamily(`${kind}-any-odd`, operation, { names: all, uri: odd }),
    openFamily(`${kind}-one`, operation, { names: one, uri: fc.oneof(fc.constant(evilUri), odd) }),
  ];
}

function openFamily(
  kind: FamilyKind<'login.open'>,
  operation: LoginOperation,
  { names, uri }: { readonly names: fc.Arbitrary<readonly string[]>; readonly uri: fc.Arbitrary<string> },
): Family {
  return sessionFamily({
    name: `login.open.${kind}`,
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ names, uri, code: inventedValue }),
    steps: ({ names: chosen, uri: place, code }) => {
      const own: readonly Pair[] = operation === 'oauth_idp_callback_get' ? [['code', code]] : [];
      return [asMain(loginStep(operation, [...own, ...chosen.map((name) => [name, place] as const)]))];
    },
    enough: 16,
  });
}

/** Headers from which careless code takes its own host. */
const forwardingHeaders = ['X-Forwarded-Host', 'X-Host', 'X-Original-Host', 'X-Forwarded-Server'];

function forwardedFamily(kind: FamilyKind<'login.forwarded'>, operation: LoginOperation): Family {
  const headers = [
    ...forwardingHeaders.map((name) => [name, 'evil.invalid'] as const),
    ['Forwarded', 'host=evil.invalid'] as const,
  ];
  return sessionFamily({
    name: `login.forwarded.${kind}`,
    expectation: 'either',
    aspect: 'input',
    values: inventedValue,
    steps: (code) => [
      asMain(loginStep(operation, operation === 'oauth_idp_callback_get' ? [['code', code]] : [], headers)),
    ],
    enough: 2,
  });
}

/** A target may set a session cookie in any authenticated answer. A list of clients shows which cookies. */
function inventedCodeFamily(): Family {
  return sessionFamily({
    name: 'login.invented.code',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ code: inventedValue, state: fc.option(inventedValue, { nil: undefined }) }),
    steps: ({ code, state }) => [
      asSetup(listStep({ length: 1 }), 'control'),
      asMain(
        loginStep('oauth_idp_callback_get', [
          ['code', code],
          ...(state === undefined ? [] : [['state', state] as const]),
        ]),
      ),
    ],
  });
}

function deniedFamily(): Family {
  return sessionFamily({
    name: 'login.denied',
    expectation: 'clean',
    aspect: 'input',
    brokenAt: 'query:code',
    values: fc.record({ state: inventedValue }),
    steps: ({ state }) => [
      asSetup(listStep({ length: 1 }), 'control'),
      asMain(
        loginStep('oauth_idp_callback_get', [
          ['error', 'access_denied'],
          ['state', state],
        ]),
      ),
    ],
  });
}

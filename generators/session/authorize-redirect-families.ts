import * as fc from 'fast-check';
import type { SlotChange } from '../case.ts';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { authorizeMain } from './authorize-main.ts';
import { deleteStep, updateStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { otherClient } from './flow-steps.ts';
import { redirectEvasions } from './redirect-evasions.ts';
import { asMain, asProbe, asSetup, sessionFamily } from './session-case.ts';
import { sessionClient, twoClients, twoUris, withMembers } from './session-client.ts';
import { inTurn } from '../text/in-turn.ts';

const refused = { expectation: 'refuse', aspect: 'input', brokenAt: 'form:redirect_uri' } as const;

const elsewhere: readonly ((registered: string) => string)[] = [
  (uri) => `${uri}/more`,
  (uri) => uri.replace('.example.com', '.evil.invalid'),
];

/** Authorizations with a redirect URI that is not exactly a registered one, or with an unknown client. */
export function authorizeRedirectFamilies(): readonly Family[] {
  return [
    ...evasionFamilies(),
    registeredQueryFamily('query-changed', (uri) => uri.replace('tenant=1', 'tenant=2')),
    registeredQueryFamily('query-dropped', (uri) => uri.replace('?tenant=1', '')),
    registeredQueryFamily('query-extended', (uri) => `${uri}&more=1`),
    registeredPatternFamily('pattern-glob', '*'),
    registeredPatternFamily('pattern-regexp', '.*'),
    registeredPatternFamily('pattern-like', '%'),
    noneRegisteredFamily(),
    deniedFamily(),
    otherClientFamily(),
    removedFamily(),
    ...entriesOf(added).map(([kind, add]) => addedFamily(kind, add)),
    deletedClientFamily(),
    unknownClientFamily(),
  ];
}

function evasionFamilies(): readonly Family[] {
  return entriesOf(redirectEvasions).map(([evasion, evade]) =>
    sessionFamily({
      name: `authorize.redirect.${evasion}`,
      ...refused,
      values: sessionClient,
      steps: ({ input, uri }) => [registerStep(input), authorizeMain({ redirectUri: evade(uri) })],
      enough: 5,
    }),
  );
}

function registeredQueryFamily(
  name: FamilyKind<'authorize.redirect'>,
  change: (uri: string) => string,
): Family {
  return sessionFamily({
    name: `authorize.redirect.${name}`,
    ...refused,
    values: sessionClient,
    steps: ({ input, uri }) => {
      const registered = `${uri}?tenant=1`;
      return [
        registerStep(withMembers(input, { redirect_uris: [registered] })),
        authorizeMain({ redirectUri: change(registered) }),
      ];
    },
  });
}

/** A redirect URI that looks like a pattern is a URI like any other, or is refused at registration. */
function registeredPatternFamily(kind: FamilyKind<'authorize.redirect'>, pattern: string): Family {
  return sessionFamily({
    name: `authorize.redirect.${kind}`,
    expectation: 'either',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input, uri }) => [
      asMain(registerStep(withMembers(input, { redirect_uris: [`${uri}/${pattern}`] }))),
      asProbe(authorizeMain({ redirectUri: `${uri}/stolen` }), 'authorize'),
    ],
  });
}

/** A client without a registered redirect URI may not use just any. */
function noneRegisteredFamily(): Family {
  return sessionFamily({
    name: 'authorize.redirect.none-registered',
    ...refused,
    values: sessionClient,
    steps: ({ input, uri }) => [
      registerStep(withMembers(input, { redirect_uris: [] })),
      authorizeMain({ redirectUri: uri }),
    ],
    enough: 4,
  });
}

/** A denial must not be redirected to anyone but the client either. */
function deniedFamily(): Family {
  return sessionFamily({
    name: 'authorize.redirect.denied',
    ...refused,
    values: fc.record({ client: sessionClient, evade: inTurn(...elsewhere) }),
    steps: ({ client: { input, uri }, evade }) => [
      registerStep(input),
      authorizeMain({ redirectUri: evade(uri), confirm: 'no' }),
    ],
    enough: 4,
  });
}

function otherClientFamily(): Family {
  return sessionFamily({
    name: 'authorize.redirect.of-other-client',
    ...refused,
    values: twoClients,
    steps: ([one, other]) => [
      registerStep(one.input),
      otherClient(other),
      authorizeMain({ redirectUri: other.uri }),
    ],
  });
}

function removedFamily(): Family {
  return sessionFamily({
    name: 'authorize.redirect.removed-by-update',
    ...refused,
    values: twoUris,
    steps: ({ client: { input, uri }, second }) => [
      registerStep(withMembers(input, { redirect_uris: [uri, second] })),
      asSetup(updateStep(withMembers(input, { redirect_uris: [second] })), 'update'),
      authorizeMain({ redirectUri: uri }),
    ],
  });
}

/**
 * URIs that an update adds. The last of them is requested: a target may keep only the first ones, or only short ones.
 */
const added = {
  'by-update': (second) => [second],
  'by-update-as-fourth': (second) => [`${second}/2`, `${second}/3`, second],
  'by-update-long': (second) => [`${second}/${'long'.repeat(75)}`],
} satisfies Readonly<Record<string, (second: string) => readonly string[]>>;

function addedFamily(
  kind: FamilyKind<'authorize.added'>,
  add: (second: string) => readonly string[],
): Family {
  return sessionFamily({
    name: `authorize.added.${kind}`,
    expectation: 'accept',
    aspect: 'input',
    values: twoUris,
    steps: ({ client: { input, uri }, second }) => [
      registerStep(input),
      updateStep(withMembers(input, { redirect_uris: [uri, ...add(second)] })),
      authorizeMain({ redirectUri: add(second).at(-1) ?? second }),
    ],
    enough: 4,
  });
}

function deletedClientFamily(): Family {
  return sessionFamily({
    name: 'authorize.client.deleted',
    expectation: 'refuse',
    aspect: 'client-id',
    brokenAt: 'form:client_id',
    values: sessionClient,
    steps: ({ input, uri }) => [registerStep(input), deleteStep(), authorizeMain({ redirectUri: uri })],
  });
}

function unknownClientFamily(): Family {
  return sessionFamily({
    name: 'authorize.client.unknown',
    expectation: 'refuse',
    aspect: 'client-id',
    brokenAt: 'form:client_id',
    values: fc.record({
      client: sessionClient,
      change: inTurn<SlotChange>('first-character-changed', 'last-character-changed', 'truncated', 'padded'),
    }),
    steps: ({ client: { input, uri }, change }) => [
      registerStep(input),
      authorizeMain({ clientId: slot('client.id', change), redirectUri: uri }),
    ],
  });
}

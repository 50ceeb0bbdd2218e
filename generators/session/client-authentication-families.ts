import * as fc from 'fast-check';
import type { Piece, SlotChange, Step } from '../case.ts';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import { updateStep } from './client-steps.ts';
import { codeFlow, otherClient, tokenFlow } from './flow-steps.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import type { SessionClient } from './session-client.ts';
import { inventedValue, sessionClient, twoClients, withMembers } from './session-client.ts';
import { codeGrantStep, refreshStep } from './token-steps.ts';

/** Near misses of a client secret, and values that are no secret at all. Null leaves the parameter out. */
const wrongSecrets = {
  truncated: slot('client.secret', 'truncated'),
  padded: slot('client.secret', 'padded'),
  'case-swapped': slot('client.secret', 'case-swapped'),
  'first-character-changed': slot('client.secret', 'first-character-changed'),
  'last-character-changed': slot('client.secret', 'last-character-changed'),
  'client-id': slot('client.id'),
  empty: '',
  missing: null,
  blank: ' ',
  wildcard: '%',
  'blank-at-end': slot('client.secret', 'blank-appended'),
  'nul-at-end': slot('client.secret', 'nul-appended'),
} satisfies Readonly<Record<string, Piece | null>>;

type Grant = 'code' | 'refresh';

/** Token requests with a valid grant and invalid client credentials. */
export function clientAuthenticationFamilies(): readonly Family[] {
  const grants: readonly Grant[] = ['code', 'refresh'];
  return [
    ...grants.flatMap((grant) => [
      ...entriesOf(wrongSecrets).map(([kind, secret]) => wrongSecretFamily(grant, kind, secret)),
      otherSecretFamily(grant),
    ]),
    unknownClientFamily(),
    rotatedFamily('old'),
    rotatedFamily('new'),
    enumerationFamily(),
  ];
}

function grantSteps(grant: Grant, client: SessionClient, secret: Piece | null): readonly Step[] {
  return grant === 'code'
    ? [...codeFlow(client), asMain(codeGrantStep({ clientSecret: secret, redirectUri: client.uri }))]
    : [...tokenFlow(client), asMain(refreshStep({ clientSecret: secret }))];
}

function wrongSecretFamily(grant: Grant, kind: keyof typeof wrongSecrets, secret: Piece | null): Family {
  return sessionFamily({
    name: `token.secret.${kind}.${grant}`,
    expectation: 'refuse',
    aspect: 'credentials',
    brokenAt: 'form:client_secret',
    values: sessionClient,
    steps: (client) => grantSteps(grant, client, secret),
    enough: 4,
  });
}

function otherSecretFamily(grant: Grant): Family {
  return sessionFamily({
    name: `token.secret.other-client.${grant}`,
    expectation: 'refuse',
    aspect: 'credentials',
    brokenAt: 'form:client_secret',
    values: twoClients,
    steps: ([one, other]) => [otherClient(other), ...grantSteps(grant, one, slot('other.secret'))],
    enough: 4,
  });
}

function unknownClientFamily(): Family {
  return sessionFamily({
    name: 'token.client.unknown',
    expectation: 'refuse',
    aspect: 'credentials',
    brokenAt: 'form:client_id',
    values: fc.record({ client: sessionClient, clientId: inventedValue }),
    steps: ({ client, clientId }) => [
      ...codeFlow(client),
      asMain(codeGrantStep({ clientId, redirectUri: client.uri })),
    ],
  });
}

/** An update may rotate the secret. Then the new one is valid, and the old one should no longer be. */
function rotatedFamily(secret: 'old' | 'new'): Family {
  return sessionFamily({
    name: `token.rotated.${secret}`,
    expectation: secret === 'old' ? 'clean' : 'accept',
    values: sessionClient,
    steps: (client) => [
      registerStep(client.input),
      updateStep(withMembers(client.input, { client_description: 'Updated.' }), {
        secretInto: 'rotated.secret',
      }),
      authorizeStep({ redirectUri: client.uri }),
      asMain(
        codeGrantStep({
          clientSecret: slot(secret === 'old' ? 'client.secret' : 'rotated.secret'),
          redirectUri: client.uri,
        }),
      ),
    ],
  });
}

function enumerationFamily(): Family {
  const change: SlotChange = 'first-character-changed';
  return sessionFamily({
    name: 'token.enumeration',
    expectation: 'refuse',
    aspect: 'credentials',
    brokenAt: 'form:client_secret',
    values: fc.record({ client: sessionClient, unknown: inventedValue }),
    steps: ({ client, unknown }) => [
      ...codeFlow(client),
      asMain(codeGrantStep({ clientSecret: slot('client.secret', change), redirectUri: client.uri })),
      asProbe(codeGrantStep({ clientId: unknown, redirectUri: client.uri }), 'unknown-client'),
    ],
  });
}

import * as fc from 'fast-check';
import type { Piece, SlotChange } from '../case.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep } from '../setup/authorize-step.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { registerStep } from '../setup/register-step.ts';
import { deleteStep } from './client-steps.ts';
import { codeFlow, laterCodeStep, otherClient, tokenFlow, usedTokenFlow } from './flow-steps.ts';
import { inventedValue, redirectUri, sessionClient, twoClients, withMembers } from './session-client.ts';
import type { SessionClient } from './session-client.ts';
import { sessionFamily } from './session-case.ts';
import { asMain, asProbe, asSetup, capturingNothing } from './step-role.ts';
import { codeGrantStep, refreshStep } from './token-steps.ts';

const refused = { expectation: 'refuse', brokenAt: 'form:code' } as const;

/** Near misses of a value that no decoder takes for the value itself. */
export const nearMisses: readonly SlotChange[] = ['truncated', 'padded', 'first-character-changed'];

/** Codes: redeemed once, by their client, with their redirect URI, and nothing else is a code. */
export function codeFamilies(): readonly Family[] {
  return [
    replayFamily(),
    replayAfterFailureFamily(),
    replayLaterFamily(),
    otherClientFamily('own-uri'),
    otherClientFamily('same-uri'),
    redirectFamily('missing', () => null),
    redirectFamily('suffix', ({ uri }) => `${uri}/more`),
    redirectFamily('slash', ({ uri }) => `${uri}/`),
    redirectFamily('query', ({ uri }) => `${uri}?more=1`),
    redirectFamily('case', ({ uri }) =>
      uri.replace(/[a-z]$|[a-z](?=[^a-z]*$)/, (letter) => letter.toUpperCase()),
    ),
    redirectFamily('other-host', () => 'https://evil.invalid/stolen'),
    otherRegisteredFamily(),
    laterRedirectFamily(),
    inventedFamily(),
    ...[...nearMisses, 'case-swapped' as const].map(changedFamily),
    otherKindFamily('refresh-token', slot('refresh_token')),
    otherKindFamily('access-token', slot('access_token')),
    deletedClientFamily(),
  ];
}

function replayFamily(): Family {
  return sessionFamily({
    name: 'code.replay',
    ...refused,
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(capturingNothing(codeGrantStep({ redirectUri: client.uri }))),
      useTokenStep(),
      asProbe(refreshStep(), 'refresh-after'),
    ],
  });
}

/** A failed attempt in between does not make a redeemed code good again. */
function replayAfterFailureFamily(): Family {
  return sessionFamily({
    name: 'code.replay-after-failure',
    ...refused,
    values: fc.record({ client: sessionClient, code: inventedValue }),
    steps: ({ client, code }) => [
      ...tokenFlow(client),
      asSetup(capturingNothing(codeGrantStep({ code, redirectUri: client.uri })), 'redeem-invented'),
      asMain(capturingNothing(codeGrantStep({ redirectUri: client.uri }))),
    ],
  });
}

/** Long enough for a memory of what is spent that forgets within a second. */
const laterMs = 1_500;

function replayLaterFamily(): Family {
  return sessionFamily({
    name: 'code.replay-later',
    ...refused,
    values: sessionClient,
    steps: (client) => [
      ...tokenFlow(client),
      asMain({ ...capturingNothing(codeGrantStep({ redirectUri: client.uri })), waitMs: laterMs }),
    ],
    enough: 2,
  });
}

function otherClientFamily(kind: 'own-uri' | 'same-uri'): Family {
  return sessionFamily({
    name: `code.other-client.${kind}`,
    ...refused,
    values: twoClients,
    steps: ([one, other]) => {
      const uris = kind === 'same-uri' ? [one.uri] : [other.uri];
      return [
        ...codeFlow(one),
        otherClient({ ...other, input: withMembers(other.input, { redirect_uris: uris }) }),
        asMain(
          codeGrantStep({
            clientId: slot('other.id'),
            clientSecret: slot('other.secret'),
            redirectUri: kind === 'same-uri' ? one.uri : other.uri,
          }),
        ),
      ];
    },
  });
}

function redirectFamily(kind: string, uriOf: (client: SessionClient) => string | null): Family {
  return sessionFamily({
    name: `code.redirect.${kind}`,
    expectation: 'refuse',
    brokenAt: 'form:redirect_uri',
    values: sessionClient,
    steps: (client) => [...codeFlow(client), asMain(codeGrantStep({ redirectUri: uriOf(client) }))],
  });
}

function otherRegisteredFamily(): Family {
  return sessionFamily({
    name: 'code.redirect.other-registered',
    expectation: 'refuse',
    brokenAt: 'form:redirect_uri',
    values: fc.tuple(sessionClient, redirectUri).filter(([client, second]) => client.uri !== second),
    steps: ([{ input, uri }, second]) => [
      registerStep(withMembers(input, { redirect_uris: [uri, second] })),
      authorizeStep({ redirectUri: uri }),
      asMain(codeGrantStep({ redirectUri: second })),
    ],
  });
}

/** Each code has the redirect URI of its own authorization, and not that of the client's last one. */
function laterRedirectFamily(): Family {
  return sessionFamily({
    name: 'code.redirect.of-later',
    expectation: 'refuse',
    brokenAt: 'form:redirect_uri',
    values: fc.tuple(sessionClient, redirectUri).filter(([client, second]) => client.uri !== second),
    steps: ([{ input, uri }, second]) => [
      registerStep(withMembers(input, { redirect_uris: [uri, second] })),
      authorizeStep({ redirectUri: uri }),
      laterCodeStep({ input, uri: second }),
      asMain(codeGrantStep({ redirectUri: second })),
    ],
    enough: 4,
  });
}

function inventedFamily(): Family {
  return sessionFamily({
    name: 'code.invented.text',
    ...refused,
    values: fc.record({ client: sessionClient, code: inventedValue }),
    steps: ({ client, code }) => [
      ...codeFlow(client),
      asMain(codeGrantStep({ code, redirectUri: client.uri })),
    ],
  });
}

function changedFamily(change: SlotChange): Family {
  return sessionFamily({
    name: `code.invented.${change}`,
    ...refused,
    values: sessionClient,
    steps: (client) => [
      ...codeFlow(client),
      asMain(codeGrantStep({ code: slot('code', change), redirectUri: client.uri })),
    ],
    enough: 3,
  });
}

function otherKindFamily(kind: string, code: Piece): Family {
  return sessionFamily({
    name: `code.other-kind.${kind}`,
    ...refused,
    values: sessionClient,
    steps: (client) => [...tokenFlow(client), asMain(codeGrantStep({ code, redirectUri: client.uri }))],
  });
}

function deletedClientFamily(): Family {
  return sessionFamily({
    name: 'code.deleted-client',
    ...refused,
    values: sessionClient,
    steps: (client) => [
      ...codeFlow(client),
      deleteStep(),
      asMain(codeGrantStep({ redirectUri: client.uri })),
    ],
  });
}

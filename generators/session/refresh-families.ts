import * as fc from 'fast-check';
import type { Piece, SlotChange, Step } from '../case.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { fixtureScope } from '../setup/fixture-client.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import type { StepName } from '../step-name.ts';
import { deleteStep } from './client-steps.ts';
import { nearMisses } from './code-families.ts';
import type { FamilyKind, SessionFamilyName } from './family-name.ts';
import { codeFlow, otherClient, tokenFlow, usedTokenFlow } from './flow-steps.ts';
import { asMain, asProbe, asSetup, sessionFamily } from './session-case.ts';
import type { SessionClient } from './session-client.ts';
import { inventedValue, sessionClient, twoClients } from './session-client.ts';
import { refreshStep } from './token-steps.ts';
import { inTurn } from '../text/in-turn.ts';

type Flow = (client: SessionClient) => readonly Step[];

const refused = { expectation: 'refuse', brokenAt: 'form:refresh_token' } as const;

/** Refresh tokens: what they give, who may use them, and what is not a refresh token. */
export function refreshFamilies(): readonly Family[] {
  return [
    validFamily(),
    chainFamily(),
    otherClientFamily(),
    sameNameFamily(),
    widerFamily('refresh.wider-scope', ['admin', `${fixtureScope} admin`, `${fixtureScope} write admin`]),
    widerFamily('refresh.wider-scope.prefixed', [`${fixtureScope}owed`]),
    widerFamily('refresh.wider-scope.upper-case', [fixtureScope.toUpperCase()]),
    rotatedFamily(),
    inventedFamily(),
    ...[...nearMisses, 'case-swapped' as const].map(changedFamily),
    otherKindFamily('access-token', tokenFlow, slot('access_token')),
    otherKindFamily('code', codeFlow, slot('code')),
    otherKindFamily('redeemed-code', tokenFlow, slot('code'), 4),
    deletedClientFamily(),
  ];
}

function validFamily(): Family {
  return sessionFamily({
    name: 'refresh.valid',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(refreshStep()),
      asProbe(useTokenStep(slot('refreshed.access_token')), 'use-refreshed'),
      refreshAgain('refresh-again', 'refreshed.', 'again.'),
    ],
  });
}

/** Each refresh uses the token that the one before it returned, as a client does that stays signed in. */
function chainFamily(): Family {
  return sessionFamily({
    name: 'refresh.chain',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(refreshStep()),
      refreshAgain('refresh-again', 'refreshed.', 'again.'),
      asProbe(useTokenStep(slot('again.access_token')), 'use-again'),
      refreshAgain('refresh-third', 'again.', 'third.'),
      refreshAgain('refresh-fourth', 'third.', 'fourth.'),
    ],
    enough: 3,
  });
}

function refreshAgain(name: StepName, from: string, into: string): Step {
  return asProbe(refreshStep({ refreshToken: slot(`${from}refresh_token`), into }), name);
}

function otherClientFamily(): Family {
  return sessionFamily({
    name: 'refresh.other-client',
    ...refused,
    values: twoClients,
    steps: ([one, other]) => [...tokenFlow(one), otherClient(other), asMain(otherRefreshStep())],
  });
}

function otherRefreshStep(): Step {
  return refreshStep({ clientId: slot('other.id'), clientSecret: slot('other.secret') });
}

/** Client names are not unique, so a refresh token must not be bound to a name. */
function sameNameFamily(): Family {
  return sessionFamily({
    name: 'refresh.other-client.same-name',
    ...refused,
    values: sessionClient,
    steps: (client) => [...tokenFlow(client), otherClient(client), asMain(otherRefreshStep())],
    enough: 4,
  });
}

/** The contract has no scope here: it is ignored or refused, and must never widen the grant. */
function widerFamily(name: SessionFamilyName, scopes: readonly string[]): Family {
  return sessionFamily({
    name,
    expectation: 'either',
    values: fc.record({ client: sessionClient, scope: inTurn(...scopes) }),
    steps: ({ client, scope }) => [
      ...tokenFlow(client),
      asMain(refreshStep({ extra: [['scope', scope]] })),
      refreshAgain('refresh-again', 'refreshed.', 'again.'),
    ],
    enough: 4,
  });
}

/** The target decides whether a refresh token stays valid after use, if it issues no new one. */
function rotatedFamily(): Family {
  return sessionFamily({
    name: 'refresh.rotated',
    expectation: 'clean',
    values: sessionClient,
    steps: (client) => [
      ...tokenFlow(client),
      asSetup(refreshStep(), 'refresh'),
      asMain(refreshStep({ into: 'again.' })),
    ],
  });
}

function inventedFamily(): Family {
  return sessionFamily({
    name: 'refresh.invented.text',
    ...refused,
    values: fc.record({ client: sessionClient, refreshToken: inventedValue }),
    steps: ({ client, refreshToken }) => [...tokenFlow(client), asMain(refreshStep({ refreshToken }))],
  });
}

function changedFamily(change: SlotChange & FamilyKind<'refresh.invented'>): Family {
  return sessionFamily({
    name: `refresh.invented.${change}`,
    ...refused,
    values: sessionClient,
    steps: (client) => [
      ...tokenFlow(client),
      asMain(refreshStep({ refreshToken: slot('refresh_token', change) })),
    ],
    enough: 3,
  });
}

/** The client presents a value of another kind, or has no refresh token yet. */
function otherKindFamily(
  kind: FamilyKind<'refresh.other-kind'>,
  flow: Flow,
  token: Piece,
  enough?: number,
): Family {
  return sessionFamily({
    name: `refresh.other-kind.${kind}`,
    ...refused,
    values: sessionClient,
    steps: (client) => [...flow(client), asMain(refreshStep({ refreshToken: token }))],
    ...(enough === undefined ? {} : { enough }),
  });
}

function deletedClientFamily(): Family {
  return sessionFamily({
    name: 'refresh.deleted-client',
    expectation: 'clean',
    values: sessionClient,
    steps: (client) => [...tokenFlow(client), deleteStep(), asMain(refreshStep())],
  });
}

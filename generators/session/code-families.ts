import * as fc from 'fast-check';
import type { Piece, SlotChange } from '../case.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { deleteStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { codeFlow, tokenFlow, usedTokenFlow } from './flow-steps.ts';
import { asMain, asProbe, asSetup, capturingNothing, sessionFamily } from './session-case.ts';
import { inventedValue, sessionClient } from './session-client.ts';
import { codeGrantStep, refreshStep } from './token-steps.ts';

const refused = { expectation: 'refuse', brokenAt: 'form:code' } as const;

/** Near misses that no decoder takes for the value itself. */
export const nearMisses = [
  'truncated',
  'padded',
  'blank-appended',
  'first-character-changed',
] as const satisfies readonly SlotChange[];

/** Codes: redeemed only once, and only what was issued is a code. */
export function codeFamilies(): readonly Family[] {
  return [
    replayFamily(),
    replayAfterFailureFamily(),
    replayLaterFamily(),
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

/** A failed attempt in between does not make a redeemed code valid again. */
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

/** Long enough for a record of used codes that expires within a second. */
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

function changedFamily(change: SlotChange & FamilyKind<'code.invented'>): Family {
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

function otherKindFamily(kind: FamilyKind<'code.other-kind'>, code: Piece): Family {
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

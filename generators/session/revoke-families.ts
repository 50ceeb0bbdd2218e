import * as fc from 'fast-check';
import type { SlotChange } from '../case.ts';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { nearMisses } from './code-families.ts';
import type { FamilyKind } from './family-name.ts';
import { otherTokenFlow, tokenFlow, twoGrantsFlow, usedTokenFlow } from './flow-steps.ts';
import { asMain, asProbe, asSetup, sessionFamily } from './session-case.ts';
import { inventedValue, sessionClient, twoClients } from './session-client.ts';
import type { RevokeOptions } from './token-steps.ts';
import { refreshStep, revokeStep } from './token-steps.ts';

type Hint = Exclude<RevokeOptions['hint'], undefined>;

/** Long enough for background work, short beside the other sessions of a run. */
const revivalMs = 600;

/** The token type hint of a request, by the last word of the family's name. */
const hints = {
  'no-hint': {},
  'access-hint': { hint: 'access_token' },
  'refresh-hint': { hint: 'refresh_token' },
} satisfies Readonly<Record<string, { readonly hint?: Hint }>>;

/** Revocation: ends the token at once whatever the hint, and ends no other token. */
export function revokeFamilies(): readonly Family[] {
  return [
    ...entriesOf(hints).flatMap(([name, options]) => [
      accessFamily(name, options),
      refreshFamily(name, options),
    ]),
    laterFamily(),
    refreshedFamily(),
    againFamily(),
    unknownFamily(),
    ...nearMisses.map(nearMissFamily),
    ...entriesOf(hints).map(([name, options]) => anonymousFamily(name, options)),
    sameClientFamily(),
    othersFamily(),
  ];
}

function accessFamily(name: FamilyKind<'revoke.access-token'>, options: { readonly hint?: Hint }): Family {
  return sessionFamily({
    name: `revoke.access-token.${name}`,
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(revokeStep(options)),
      useTokenStep(),
      asProbe(useTokenStep(), 'use-token-again'),
    ],
  });
}

/**
 * A cache, or a replica that is synchronized, may make a token valid again. It is not used in between, so that only the
 * later use tells.
 */
function laterFamily(): Family {
  return sessionFamily({
    name: 'revoke.access-token.no-hint-later',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(revokeStep()),
      { ...useTokenStep(), waitMs: revivalMs },
    ],
    enough: 2,
  });
}

/** A refresh issues a new token, not the one that was revoked. */
function refreshedFamily(): Family {
  return sessionFamily({
    name: 'revoke.access-token.no-hint-refreshed',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(revokeStep()),
      asProbe(refreshStep(), 'refresh-after'),
      useTokenStep(),
    ],
    enough: 3,
  });
}

function refreshFamily(name: FamilyKind<'revoke.refresh-token'>, options: { readonly hint?: Hint }): Family {
  return sessionFamily({
    name: `revoke.refresh-token.${name}`,
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(revokeStep({ token: slot('refresh_token'), ...options })),
      asProbe(refreshStep(), 'refresh-after'),
      useTokenStep(),
    ],
  });
}

function againFamily(): Family {
  return sessionFamily({
    name: 'revoke.again',
    expectation: 'either',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asSetup(revokeStep(), 'revoke'),
      asMain(revokeStep()),
      useTokenStep(),
    ],
  });
}

function unknownFamily(): Family {
  return sessionFamily({
    name: 'revoke.unknown',
    expectation: 'either',
    values: fc.record({ client: sessionClient, token: inventedValue }),
    steps: ({ client, token }) => [...usedTokenFlow(client), asMain(revokeStep({ token })), useTokenStep()],
  });
}

/** A near miss of a token does not revoke the token. */
function nearMissFamily(change: SlotChange & FamilyKind<'revoke.near-miss'>): Family {
  return sessionFamily({
    name: `revoke.near-miss.${change}`,
    expectation: 'either',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(revokeStep({ token: slot('access_token', change) })),
      useTokenStep(),
    ],
    enough: 3,
  });
}

function anonymousFamily(name: FamilyKind<'revoke.anonymous'>, options: { readonly hint?: Hint }): Family {
  return sessionFamily({
    name: `revoke.anonymous.${name}`,
    expectation: 'refuse',
    aspect: 'credentials',
    brokenAt: 'header:Authorization',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(revokeStep({ anonymous: true, ...options })),
      useTokenStep(),
      asProbe(refreshStep(), 'refresh-after'),
    ],
    enough: 4,
  });
}

/** Another grant of the same client by the same user. */
function sameClientFamily(): Family {
  return sessionFamily({
    name: 'revoke.same-client',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...twoGrantsFlow(client),
      asMain(revokeStep({ token: slot('later.access_token'), hint: 'access_token' })),
      useTokenStep(),
    ],
    isAlone: true,
    enough: 3,
  });
}

function othersFamily(): Family {
  return sessionFamily({
    name: 'revoke.others',
    expectation: 'accept',
    values: fc.record({ clients: twoClients, token: fc.constantFrom('access_token', 'refresh_token') }),
    steps: ({ clients: [one, other], token }) => [
      ...tokenFlow(one),
      ...otherTokenFlow(other),
      asSetup(useTokenStep(slot('other.access_token')), 'use-other-before'),
      asMain(
        revokeStep({ token: slot(token), hint: token === 'access_token' ? 'access_token' : 'refresh_token' }),
      ),
      asProbe(useTokenStep(slot('other.access_token')), 'use-other'),
      asProbe(
        refreshStep({
          clientId: slot('other.id'),
          clientSecret: slot('other.secret'),
          refreshToken: slot('other.refresh_token'),
        }),
        'refresh-other',
      ),
    ],
    // A target that ends the tokens of all clients would spoil every other case, too.
    isAlone: true,
    enough: 4,
  });
}

import * as fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { fixtureClient, fixtureScope } from '../setup/fixture-client.ts';
import { generateStep, registerStep } from '../setup/setup-steps.ts';
import { readBackStep, useTokenStep } from '../setup/probe-steps.ts';
import { deleteStep, readStep, updateStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { usedTokenFlow } from './flow-steps.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import { sessionClient } from './session-client.ts';
import { refreshStep, revokeStep } from './token-steps.ts';
import { inTurn } from '../text/in-turn.ts';

const client = { clientId: slot('generated.id'), clientSecret: slot('generated.secret') } as const;

/**
 * Generated tokens: as good as redeemed ones, for the client that came with them, and with no wider scope than
 * requested.
 */
export function generateFamilies(): readonly Family[] {
  return [
    lifeFamily(),
    scopeFamily('asked', [[fixtureScope]]),
    scopeFamily('narrow', [['read'], [], ['read', 'write']]),
    deletedFamily(),
    updatedFamily(),
    longLifeFamily(),
    otherKindFamily(),
    wrongSecretFamily(),
    otherClientFamily(),
  ];
}

function tokenRequest(label: string, scopes: readonly string[]): Readonly<Record<string, JsonValue>> {
  const { client_name, client_description } = fixtureClient(label);
  return { client_name, client_description, scopes };
}

const generated = fc
  .constantFrom('one', 'two')
  .map((label) => tokenRequest(`session-${label}`, [fixtureScope]));

/** Uses a redeemed token first: if the gateway accepts it, it has to accept the generated one. */
function lifeFamily(): Family {
  return sessionFamily({
    name: 'generate.life',
    expectation: 'accept',
    aspect: 'input',
    values: sessionClient,
    steps: (other) => [
      ...usedTokenFlow(other),
      asMain(
        generateStep({ ...tokenRequest('session-token', [fixtureScope]), client_description: ' a  b ' }),
      ),
      readBackStep(slot('generated.id')),
      asProbe(useTokenStep(slot('generated.access_token')), 'use-generated'),
      asProbe(useTokenStep(slot('generated.refresh_token')), 'use-generated-refresh-token'),
      asProbe(refreshStep({ ...client, refreshToken: slot('generated.refresh_token') }), 'refresh-generated'),
      asProbe(
        refreshStep({ ...client, refreshToken: slot('refreshed.refresh_token') }),
        'refresh-generated-again',
      ),
      asProbe(useTokenStep(slot('refreshed.access_token')), 'use-refreshed'),
      asProbe(revokeStep({ token: slot('refreshed.access_token') }), 'revoke-refreshed'),
      asProbe(useTokenStep(slot('refreshed.access_token')), 'use-revoked'),
    ],
  });
}

/** Beyond 32 bits, beyond a double's exact integers when in milliseconds, and beyond 64 bits when in milliseconds. */
const longLives = [2 ** 31, 2 ** 40, 2 ** 50, 2 ** 62];

/** A lifetime may be cut or refused. If it is granted, it must not have overflowed into the past. */
function longLifeFamily(): Family {
  return sessionFamily({
    name: 'generate.long-life',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ other: sessionClient, expires_in: inTurn(...longLives) }),
    steps: ({ other, expires_in }) => [
      ...usedTokenFlow(other),
      asMain(generateStep({ ...tokenRequest('session-long', [fixtureScope]), expires_in })),
      asProbe(useTokenStep(slot('generated.access_token')), 'use-generated'),
    ],
    enough: 2 * longLives.length,
  });
}

function scopeFamily(kind: FamilyKind<'generate.scope'>, scopes: readonly (readonly string[])[]): Family {
  return sessionFamily({
    name: `generate.scope.${kind}`,
    // A target may not know a scope, or may grant no token without one.
    expectation: kind === 'asked' ? 'accept' : 'either',
    aspect: 'input',
    values: inTurn(...scopes),
    steps: (asked) => [
      asMain(generateStep(tokenRequest('session-scope', asked))),
      asProbe(refreshStep({ ...client, refreshToken: slot('generated.refresh_token') }), 'refresh-generated'),
    ],
  });
}

function deletedFamily(): Family {
  return sessionFamily({
    name: 'generate.deleted',
    expectation: 'accept',
    aspect: 'client-id',
    values: generated,
    steps: (body) => [
      generateStep(body),
      readStep(slot('generated.id')),
      useTokenStep(slot('generated.access_token'), 'use-token-before'),
      asMain(deleteStep(slot('generated.id'))),
      readBackStep(slot('generated.id')),
      useTokenStep(slot('generated.access_token')),
    ],
  });
}

/** A generated client can be updated like any other. */
function updatedFamily(): Family {
  return sessionFamily({
    name: 'generate.updated',
    expectation: 'either',
    aspect: 'client-id',
    values: generated,
    steps: (body) => [
      generateStep(body),
      readStep(slot('generated.id')),
      asMain(updateStep(fixtureClient('session-updated'), { clientId: slot('generated.id') })),
    ],
    enough: 2,
  });
}

/** Named like the families that test the same with redeemed tokens. */
function otherKindFamily(): Family {
  return sessionFamily({
    name: 'refresh.other-kind.generated',
    expectation: 'refuse',
    brokenAt: 'form:refresh_token',
    values: generated,
    steps: (body) => [
      generateStep(body),
      asMain(refreshStep({ ...client, refreshToken: slot('generated.access_token') })),
    ],
    enough: 2,
  });
}

function wrongSecretFamily(): Family {
  return sessionFamily({
    name: 'token.secret.generated',
    expectation: 'refuse',
    aspect: 'credentials',
    brokenAt: 'form:client_secret',
    values: generated,
    steps: (body) => [
      generateStep(body),
      asMain(
        refreshStep({
          ...client,
          clientSecret: slot('generated.secret', 'last-character-changed'),
          refreshToken: slot('generated.refresh_token'),
        }),
      ),
    ],
    enough: 2,
  });
}

function otherClientFamily(): Family {
  return sessionFamily({
    name: 'refresh.other-client.generated',
    expectation: 'refuse',
    brokenAt: 'form:refresh_token',
    values: fc.record({ body: generated, other: sessionClient }),
    steps: ({ body, other }) => [
      generateStep(body),
      registerStep(other.input),
      asMain(refreshStep({ refreshToken: slot('generated.refresh_token') })),
    ],
    enough: 2,
  });
}

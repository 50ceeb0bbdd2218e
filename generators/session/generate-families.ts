import * as fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { fixtureClient, fixtureScope } from '../setup/fixture-client.ts';
import { generateStep } from '../setup/generate-step.ts';
import { readBackStep, useTokenStep } from '../setup/probe-steps.ts';
import { deleteStep } from './client-steps.ts';
import { usedTokenFlow } from './flow-steps.ts';
import { sessionClient } from './session-client.ts';
import { sessionFamily } from './session-case.ts';
import { asMain, asProbe } from './step-role.ts';
import { refreshStep, revokeStep } from './token-steps.ts';

const client = { clientId: slot('generated.id'), clientSecret: slot('generated.secret') } as const;

/** Generated tokens: as good as redeemed ones, for the client that came with them, and no wider than asked. */
export function generateFamilies(): readonly Family[] {
  return [
    lifeFamily(),
    scopeFamily('asked', [[fixtureScope]]),
    scopeFamily('narrow', [['read'], [], ['read', 'write']]),
    deletedFamily(),
    longLifeFamily(),
  ];
}

function tokenRequest(label: string, scopes: readonly string[]): Readonly<Record<string, JsonValue>> {
  const { client_name, client_description } = fixtureClient(label);
  return { client_name, client_description, scopes };
}

/** A token that was redeemed is used first: where the gateway takes it, it has to take the generated one. */
function lifeFamily(): Family {
  return sessionFamily({
    name: 'generate.life',
    expectation: 'accept',
    aspect: 'input',
    values: sessionClient,
    steps: (other) => [
      ...usedTokenFlow(other),
      asMain(generateStep(tokenRequest('session-token', [fixtureScope]))),
      readBackStep(slot('generated.id')),
      asProbe(useTokenStep(slot('generated.access_token')), 'use-generated'),
      asProbe(refreshStep({ ...client, refreshToken: slot('generated.refresh_token') }), 'refresh-generated'),
      asProbe(useTokenStep(slot('refreshed.access_token')), 'use-refreshed'),
      asProbe(revokeStep({ token: slot('refreshed.access_token') }), 'revoke-refreshed'),
      asProbe(useTokenStep(slot('refreshed.access_token')), 'use-revoked'),
    ],
  });
}

/** Beyond 32 bits, in milliseconds beyond a double's whole numbers, and beyond 64 bits. */
const longLives = [2 ** 31, 2 ** 40, 2 ** 50, 2 ** 62];

/** A lifetime may be cut or refused; one that is granted must not have run over into the past. */
function longLifeFamily(): Family {
  return sessionFamily({
    name: 'generate.long-life',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ other: sessionClient, expires_in: fc.constantFrom(...longLives) }),
    steps: ({ other, expires_in }) => [
      ...usedTokenFlow(other),
      asMain(generateStep({ ...tokenRequest('session-long', [fixtureScope]), expires_in })),
      asProbe(useTokenStep(slot('generated.access_token')), 'use-generated'),
    ],
    enough: 2 * longLives.length,
  });
}

function scopeFamily(kind: string, scopes: readonly (readonly string[])[]): Family {
  return sessionFamily({
    name: `generate.scope.${kind}`,
    // A target may not know a scope, or not grant a token without one.
    expectation: kind === 'asked' ? 'accept' : 'either',
    aspect: 'input',
    values: fc.constantFrom(...scopes),
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
    values: fc.constantFrom('one', 'two').map((label) => tokenRequest(`session-${label}`, [fixtureScope])),
    steps: (body) => [
      generateStep(body),
      useTokenStep(slot('generated.access_token'), 'use-token-before'),
      asMain(deleteStep(slot('generated.id'))),
      readBackStep(slot('generated.id')),
      useTokenStep(slot('generated.access_token')),
    ],
  });
}

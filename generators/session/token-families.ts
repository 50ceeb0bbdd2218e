import * as fc from 'fast-check';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, generateStep, registerStep } from '../setup/setup-steps.ts';
import { fixtureScope } from '../setup/fixture-client.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { codeFlow } from './flow-steps.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import { sessionClient, withMembers } from './session-client.ts';
import { codeGrantStep, refreshStep } from './token-steps.ts';

/** Token answers: their scope, and whether both tokens work. */
export function tokenFamilies(): readonly Family[] {
  return [
    redeemFamily(),
    scopeFamily('asked', [fixtureScope], fixtureScope),
    scopeFamily('narrower', [fixtureScope, 'read'], 'read'),
    scopeFamily('wider', ['read'], 'read write admin'),
    scopeFamily('prefixed', ['read'], 'readwrite'),
    scopeFamily('disjoint', ['read'], 'admin'),
    scopeFamily('omitted', [fixtureScope], null),
    scopeFamily('omitted-several', ['read', 'write'], null),
    scopeFamily('empty', ['read'], ''),
    scopeFamily('none-at-all', [], null),
    ...entriesOf(otherGrantTypes).map(grantTypeFamily),
    extraFamily(),
  ];
}

/** Generates a token too: if the gateway accepts that one as Bearer, it has to accept the redeemed one. */
function redeemFamily(): Family {
  return sessionFamily({
    name: 'token.redeem',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...codeFlow(client),
      asMain(codeGrantStep({ redirectUri: client.uri })),
      asProbe(useTokenStep(), 'use-redeemed'),
      asProbe(generateStep(), 'generate'),
      asProbe(useTokenStep(slot('generated.access_token')), 'use-generated'),
      asProbe(refreshStep(), 'refresh-after'),
    ],
  });
}

/** A target may know none of these scopes, so even the registration may be refused. */
function scopeFamily(
  kind: FamilyKind<'token.scope'>,
  defaults: readonly string[],
  scope: string | null,
): Family {
  return sessionFamily({
    name: `token.scope.${kind}`,
    expectation: 'either',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input, uri }) => [
      asMain(registerStep(withMembers(input, { default_scopes: defaults }))),
      asProbe(authorizeStep({ redirectUri: uri, scope }), 'authorize'),
      asProbe(codeGrantStep({ redirectUri: uri }), 'redeem'),
      asProbe(refreshStep(), 'refresh-after'),
    ],
    enough: 4,
  });
}

/** Grant types of other standards and near misses of valid ones, by the last word of the family's name. */
const otherGrantTypes = {
  password: 'password',
  'client-credentials': 'client_credentials',
  implicit: 'implicit',
  'upper-case': 'AUTHORIZATION_CODE',
  dashed: 'authorization-code',
  code: 'code',
  'jwt-bearer': 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'token-exchange': 'urn:ietf:params:oauth:grant-type:token-exchange',
  empty: '',
} satisfies Readonly<Record<string, string>>;

function grantTypeFamily([kind, grantType]: readonly [FamilyKind<'token.grant-type'>, string]): Family {
  return sessionFamily({
    name: `token.grant-type.${kind}`,
    expectation: 'refuse',
    aspect: 'input',
    brokenAt: 'form:grant_type',
    values: sessionClient,
    steps: (client) => [...codeFlow(client), asMain(codeGrantStep({ grantType, redirectUri: client.uri }))],
    enough: 2,
  });
}

function extraFamily(): Family {
  return sessionFamily({
    name: 'token.extra.unknown',
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({ client: sessionClient, value: fc.constantFrom('', '1', 'a b') }),
    steps: ({ client, value }) => [
      ...codeFlow(client),
      asMain(codeGrantStep({ redirectUri: client.uri, extra: [['x_conformance', value]] })),
    ],
  });
}

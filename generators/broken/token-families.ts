import type * as fc from 'fast-check';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { grantParameters, slot } from '../request/build-request.ts';
import { fixtureClient } from '../setup/fixture-client.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { buildFamily } from './build-family.ts';
import type { Flaw } from './flaw.ts';
import { omissions } from './form-parameter-flaws.ts';
import {
  clientSecretFlaws,
  codeAsRefreshTokenFlaw,
  misusedValueFlaw,
  redirectUriFlaw,
  unknownGrantFlaws,
} from './grant-flaws.ts';
import { sceneOf } from './scenes.ts';
import type { Scene } from './scene.ts';
import { codeScene, redeemedScene, refreshScene } from './grant-scenes.ts';

/** Parameters of the token form that only one grant type needs, with scenes of that grant type. */
const needed = Object.entries(grantParameters).flatMap(([grantType, parameters]) =>
  parameters.map(
    (parameter) => [parameter, grantType === 'refresh_token' ? refreshScene : codeScene] as const,
  ),
);

/** Draws scenes of an operation in which its form has the parameter. */
export function sceneWith(operation: OperationId, parameter: string): fc.Arbitrary<Scene> {
  if (operation !== 'oauth_token_post') return sceneOf(operation);
  const own = needed.find(([name]) => name === parameter)?.[1];
  return own === undefined ? sceneOf(operation) : own();
}

/** The families of token requests with a bad client or grant, or without a parameter that the grant needs. */
export function grantFamilies(contract: Contract): readonly Family[] {
  const both = sceneOf('oauth_token_post');
  const build = (scenes: fc.Arbitrary<Scene>, flaws: readonly Flaw[]): readonly Family[] =>
    flaws.map((flaw) => buildFamily(contract, 'oauth_token_post', scenes, flaw));
  return [
    ...needed.flatMap(([name, scenes]) => build(scenes(), omissions(name))),
    ...build(codeScene(), [...unknownGrantFlaws('code'), redirectUriFlaw(), codeAsRefreshTokenFlaw()]),
    ...build(refreshScene(), [
      ...unknownGrantFlaws('refresh_token'),
      misusedValueFlaw('grant.access-token-as-refresh-token', 'refresh_token', slot('access_token')),
    ]),
    ...build(redeemedScene(), [
      misusedValueFlaw('grant.access-token-as-code', 'code', slot('access_token')),
      misusedValueFlaw('grant.refresh-token-as-code', 'code', slot('refresh_token')),
    ]),
    ...build(both, clientSecretFlaws()),
    ...build(both.map(withOtherClient), [
      misusedValueFlaw('client-secret.of-other-client', 'client_secret', slot('other.secret')),
      misusedValueFlaw('client.other', 'client_id', slot('other.id')),
    ]),
  ];
}

function withOtherClient(scene: Scene): Scene {
  const register = registerStep(fixtureClient('other'), { name: 'register-other', shared: 'broken-other' });
  return { ...scene, before: [register, ...scene.before] };
}

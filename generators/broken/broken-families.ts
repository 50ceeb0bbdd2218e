import type * as fc from 'fast-check';
import type { Contract, Operation } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { jsonMediaType } from '../request/build-request.ts';
import { buildFamily } from './build-family.ts';
import { unknownClientFlaws } from './client-flaws.ts';
import { credentialsFlaws } from './credentials-flaws.ts';
import type { Flaw } from './flaw.ts';
import { formFamilies, jsonFlaws } from './form-families.ts';
import { mediaTypeFlaws } from './media-type-flaws.ts';
import { methodFlaws } from './method-flaws.ts';
import { pathFlaws } from './path-flaws.ts';
import { parameterFlaws } from './parameter-flaws.ts';
import { closedQueryFlaws, queryFlaws } from './query-flaws.ts';
import { unknownTokenFlaws } from './grant-flaws.ts';
import { sceneOf, watchedSceneOf } from './scenes.ts';
import type { Scene } from './scene.ts';

/**
 * All families of broken cases of an operation. Each is broken in one named way, derived from the schemas and
 * parameters of the contract where these say what is valid.
 */
export function buildBrokenFamilies(contract: Contract, operation: Operation): readonly Family[] {
  const { id } = operation;
  const build = (flaw: Flaw, scenes: fc.Arbitrary<Scene>): Family => buildFamily(contract, id, scenes, flaw);
  return [
    ...requestFlaws(operation).map((flaw) => build(flaw, sceneOf(id))),
    ...formFamilies(contract, operation),
    ...watchedFlaws(contract, operation).map((flaw) => build(flaw, watchedSceneOf(id, purposeOf(flaw)))),
  ];
}

/** The flaws that may do harm if the target accepts the request, so that the target is checked afterwards. */
function watchedFlaws(contract: Contract, operation: Operation): readonly Flaw[] {
  return [
    ...(operation.id === 'oauth_revoke_token_post' ? unknownTokenFlaws() : []),
    ...closedQueryFlaws(operation),
    ...methodFlaws(contract, operation),
    ...credentialsFlaws(operation),
  ];
}

/** Short enough for a client's name: `none`, `undocumented.patch`. */
function purposeOf({ breakage: { kind } }: Flaw): string {
  return kind.slice(kind.indexOf('.') + 1);
}

/** The flaws that requests to any operation can have. */
function requestFlaws(operation: Operation): readonly Flaw[] {
  const { body, parameters } = operation;
  const hasClientInPath = parameters.some((parameter) => parameter.in === 'path');
  return [
    ...(body?.mediaType === jsonMediaType ? jsonFlaws(body.schema) : []),
    ...(body === null ? [] : mediaTypeFlaws(body)),
    ...queryFlaws(operation),
    ...parameterFlaws(operation),
    ...(hasClientInPath ? [...unknownClientFlaws(), ...pathFlaws()] : []),
  ];
}

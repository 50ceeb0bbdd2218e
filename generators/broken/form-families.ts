import type { JsonSchema } from '../../spec/json-schema.ts';
import type { Contract, Operation } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { formMediaType } from '../request/build-request.ts';
import { bodyEncodingFlaws } from './body-encoding-flaws.ts';
import { bodyLimitFlaws } from './body-limit-flaws.ts';
import { bodyMemberFlaws, redirectUriFlaws } from './body-member-flaws.ts';
import { bodyNestingFlaws, bodyShapeFlaws, bodyValueFlaws } from './body-shape-flaws.ts';
import { bodySyntaxFlaws } from './body-syntax-flaws.ts';
import { buildFamily } from './build-family.ts';
import { unknownFormClientFlaws } from './client-flaws.ts';
import type { Flaw } from './flaw.ts';
import { formEscapeFlaws, formFlaws } from './form-flaws.ts';
import { formParameterFlaws } from './form-parameter-flaws.ts';
import { redirectUriFlaw } from './grant-flaws.ts';
import { membersOf } from './member.ts';
import { sceneOf } from './scenes.ts';
import { grantFamilies, sceneWith } from './token-families.ts';

/** The families of a form operation, both for its parameters and for what they refer to. */
export function formFamilies(contract: Contract, operation: Operation): readonly Family[] {
  const { id, body } = operation;
  if (body?.mediaType !== formMediaType) return [];
  const scenes = sceneOf(id);
  const build = (flaw: Flaw): Family => buildFamily(contract, id, scenes, flaw);
  return [
    ...membersOf(body.schema).flatMap((member) =>
      formParameterFlaws(member).map((flaw) => buildFamily(contract, id, sceneWith(id, member.name), flaw)),
    ),
    ...[...formFlaws(), ...formEscapeFlaws('state'), ...unknownFormClientFlaws()].map(build),
    ...(id === 'oauth_token_post' ? grantFamilies(contract) : [build(redirectUriFlaw())]),
  ];
}

/** Breaks a JSON body, by its members as the schema describes them and as text. */
export function jsonFlaws(schema: JsonSchema): readonly Flaw[] {
  const members = membersOf(schema);
  return [
    ...bodyMemberFlaws(members),
    ...bodyLimitFlaws(members),
    ...bodyValueFlaws(members),
    ...redirectUriFlaws(members),
    ...bodyShapeFlaws(),
    ...bodySyntaxFlaws(),
    ...bodyNestingFlaws(),
    ...bodyEncodingFlaws(),
  ];
}

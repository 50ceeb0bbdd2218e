import type { JsonSchema } from '../../spec/json-schema.ts';
import { bodyEncodingFlaws } from './body-encoding-flaws.ts';
import { bodyLimitFlaws } from './body-limit-flaws.ts';
import { bodyMemberFlaws, redirectUriFlaws } from './body-member-flaws.ts';
import { bodyNestingFlaws, bodyShapeFlaws, bodyValueFlaws } from './body-shape-flaws.ts';
import { bodySyntaxFlaws } from './body-syntax-flaws.ts';
import type { Flaw } from './flaw.ts';
import { membersOf } from './member.ts';

/** Breaks a JSON body: its members as the schema has them, and the text that it is. */
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

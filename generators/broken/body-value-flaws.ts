import fc from 'fast-check';
import { setMember } from './edit-request.ts';
import { enoughOfList, inputFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { allowedTexts } from './member.ts';
import type { Member } from './member.ts';
import { textsOutside } from './texts-outside.ts';

/** Gives a member of a JSON body a text that is none of the few which the contract allows. */
export function bodyValueFlaws(members: readonly Member[]): readonly Flaw[] {
  return members.flatMap(({ name, schema }) => {
    const allowed = allowedTexts(schema);
    if (allowed === null) return [];
    const texts = textsOutside(name, allowed);
    const edits = fc.constantFrom(...texts).map((text) => setMember(name, text));
    return [inputFlaw('body.outside-enum', `/${name}`, edits, enoughOfList(texts))];
  });
}

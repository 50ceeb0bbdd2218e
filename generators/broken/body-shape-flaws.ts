import fc from 'fast-check';
import type { Edit } from './edit-request.ts';
import { editBody, editJson, editJsonText, setMember } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList, inputFlaw, oddFlaw } from './flaw.ts';
import type { Member } from './member.ts';
import { allowedTexts, textsOutside } from './member.ts';
import { enoughOfType, jsonTypes, wrongValue } from './wrong-value.ts';
import { inTurn } from '../text/in-turn.ts';

/** Sends something other than the JSON object that the contract requires: another value, or nothing. */
export function bodyShapeFlaws(): readonly Flaw[] {
  const others = jsonTypes.filter((type) => type !== 'object');
  return [
    ...others.map((type) => {
      const edits = wrongValue(type).map((value) => editJson(() => value));
      return inputFlaw(`body.not-object.${type}`, '', edits, enoughOfType(type));
    }),
    inputFlaw('body.in-array', '', fc.constant(editJson((body) => [body]))),
    inputFlaw('body.in-string', '', fc.constant(editJson((body) => JSON.stringify(body)))),
    inputFlaw('body.empty', '', fc.constant(withoutText)),
    inputFlaw('body.absent', '', fc.constant(editBody(() => null)), 2),
  ];
}

/** Keeps the media type of JSON. */
const withoutText: Edit = editBody((body) => ({
  type: 'text',
  text: '',
  mediaType: body?.mediaType ?? null,
}));

/**
 * Shorter than what parsers limit; deeper than the recursion limit of common parsers (about 1,000) and the stack of
 * others.
 */
const depths = [2_000, 20_000];

/** Nests a JSON body deeply: in place of the object, and in a member that the contract does not know. */
export function bodyNestingFlaws(): readonly Flaw[] {
  const depth = fc.constantFrom(...depths);
  const instead = depth.map((levels) => editJsonText(() => arrays(levels)));
  const extra = fc
    .tuple(depth, fc.constantFrom(arrays, objects))
    .map(([levels, nest]) => editJsonText((text) => withExtra(text, nest(levels))));
  return [
    inputFlaw('body.nested-arrays', '', instead, depths.length),
    oddFlaw('body.nested-extra-member', '', extra, depths.length * 2),
  ];
}

function arrays(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

function objects(levels: number): string {
  return `${'{"a":'.repeat(levels)}0${'}'.repeat(levels)}`;
}

function withExtra(text: string, value: string): string {
  return text === '{}' ? `{"extra":${value}}` : `${text.slice(0, -1)},"extra":${value}}`;
}

/** Gives a member of a JSON body a text outside the closed list of the contract. */
export function bodyValueFlaws(members: readonly Member[]): readonly Flaw[] {
  return members.flatMap(({ name, schema }) => {
    const allowed = allowedTexts(schema);
    if (allowed === null) return [];
    const texts = textsOutside(name, allowed);
    const edits = inTurn(...texts).map((text) => setMember(name, text));
    return [inputFlaw('body.outside-enum', `/${name}`, edits, enoughOfList(texts))];
  });
}

import fc from 'fast-check';
import { editJsonText } from './edit-request.ts';
import { inputFlaw, oddFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';

/** Below what parsers limit, and above the recursion limit of common ones (about 1,000) and the stack of others. */
const depths = [2_000, 20_000];

/** Nests a JSON body deeply: where the object belongs, and in a member that the contract does not know. */
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

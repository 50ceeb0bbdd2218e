import fc from 'fast-check';
import type { Pair } from '../request/build-request.ts';
import { editForm, formBody, isNamed, withoutPair, withPair } from './edit-request.ts';
import type { Edit } from './edit-request.ts';
import { enoughOfList, inputFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { allowedTexts, nearTexts, textsOutside } from './member.ts';
import type { Member } from './member.ts';
import { inTurn } from '../text/in-turn.ts';

/**
 * Breaks one parameter of a form. It is left out, sent without a value (which counts as left out, RFC 6749 section
 * 3.1), sent in the query instead, sent twice, or given a text outside the closed list of the contract.
 */
export function formParameterFlaws({ name, schema, isRequired }: Member): readonly Flaw[] {
  const at = `form:${name}`;
  return [
    ...(isRequired ? omissions(name) : []),
    inputFlaw('form.repeated', at, inTurn(...repetitions(name)), 6),
    ...outside(at, name, allowedTexts(schema)),
  ];
}

/** Ways to omit a required parameter from the form of this request. */
export function omissions(name: string): readonly Flaw[] {
  const at = `form:${name}`;
  return [
    inputFlaw('form.missing', at, fc.constant(editForm((pairs) => withoutPair(pairs, name)))),
    inputFlaw('form.empty', at, fc.constant(editForm((pairs) => withPair(pairs, [name, ''])))),
    inputFlaw('form.other-case', at, fc.constant(editForm((pairs) => renamed(pairs, name)))),
    inputFlaw('form.in-query', at, fc.constant(moveToQuery(name))),
  ];
}

function renamed(pairs: readonly Pair[], name: string): readonly Pair[] {
  return pairs.map((pair) => (isNamed(name)(pair) ? [name.toUpperCase(), pair[1]] : pair));
}

function moveToQuery(name: string): Edit {
  return (request) => {
    const moved = formBody(request).pairs.filter(isNamed(name));
    const rest = editForm((pairs) => withoutPair(pairs, name))(request);
    return { ...rest, query: [...rest.query, ...moved] };
  };
}

/** The right value is kept beside another one: a target that takes the first or the last would accept it. */
function repetitions(name: string): readonly Edit[] {
  const right = (pairs: readonly Pair[]): Pair => pairs.find(isNamed(name)) ?? [name, 'a'];
  return [
    editForm((pairs) => [...withoutPair(pairs, name), right(pairs), right(pairs)]),
    editForm((pairs) => [...withoutPair(pairs, name), right(pairs), [name, 'other']]),
    editForm((pairs) => [[name, 'other'], right(pairs), ...withoutPair(pairs, name)]),
  ];
}

/** Near misses derive from the request's own value, so that the rest of the request fits if a target accepts them. */
function outside(at: string, name: string, allowed: readonly string[] | null): readonly Flaw[] {
  if (allowed === null) return [];
  const texts = textsOutside(name, allowed);
  const nearOwn = (pairs: readonly Pair[], index: number): string => {
    const own = pairs.find(isNamed(name))?.[1];
    const candidates = nearTexts(typeof own === 'string' ? own : '').filter((text) => texts.includes(text));
    return candidates[index % candidates.length] ?? 'other';
  };
  const near = [0, 1, 2, 3].map((index) =>
    editForm((pairs) => withPair(pairs, [name, nearOwn(pairs, index)])),
  );
  // An uppercase text stays the same and valid. The case is then labelled as valid.
  const otherCase = editForm((pairs) => {
    const own = pairs.find(isNamed(name))?.[1];
    return withPair(pairs, [name, typeof own === 'string' ? own.toUpperCase() : 'OTHER']);
  });
  const other = texts.map((text) => editForm((pairs) => withPair(pairs, [name, text])));
  return [
    inputFlaw('form.outside-enum', at, inTurn(...other), enoughOfList(other)),
    inputFlaw('form.near-enum', at, inTurn(...near), enoughOfList(near)),
    inputFlaw('form.near-enum.case', at, fc.constant(otherCase), 2),
  ];
}

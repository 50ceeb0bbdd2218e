import fc from 'fast-check';
import type { BodyTemplate } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { editBody, editForm, formBody, withPair } from './edit-request.ts';
import type { Edit } from './edit-request.ts';
import { enoughOfList, inputFlaw, oddFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { inTurn } from '../text/in-turn.ts';

/** Breaks a form as a whole: absent, empty, in the query, or JSON under the media type of a form. */
export function formFlaws(): readonly Flaw[] {
  return [
    inputFlaw('form.absent', '', fc.constant(editBody(() => null)), 2),
    inputFlaw('form.no-parameters', '', fc.constant(editForm(() => [])), 2),
    inputFlaw('form.all-in-query', '', fc.constant(allToQuery)),
    inputFlaw('form.json-inside', '', fc.constant(editBody(asJson))),
    inputFlaw('form.one-parameter', '', fc.constant(editForm(encodedTwice))),
    oddFlaw('form.long', '', longParameter),
    oddFlaw('form.empty-pair', '', fc.constant(editForm(withEmptyPairs))),
  ];
}

/** Odd escapes in a parameter that takes any text. The contract does not say how to read them. */
export function formEscapeFlaws(name: string): readonly Flaw[] {
  const edits = inTurn(...oddEscapes).map((raw) => editForm((pairs) => withPair(pairs, [name, { raw }])));
  return [oddFlaw('form.bad-escape', `form:${name}`, edits, enoughOfList(oddEscapes))];
}

/** No hexadecimal digits, cut escapes, not UTF-8, NUL, an injected header, the escape of IIS. */
export const oddEscapes = ['%ZZ', 'a%', '%4', '%C3%28', '%80', '%00', 'a%0D%0AX-Other:%20b', '%u0041'];

/** In a parameter that no server knows: a server ignores it, or refuses a form of that size. */
const longParameter = fc
  .integer({ min: 4_000, max: 12_000 })
  .map((length) => editForm((pairs) => [...pairs, ['x_conformance', 'a'.repeat(length)]]));

/** Two separators in a row, which browsers skip when they decode a form. */
function withEmptyPairs(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.map(([name, value]): Pair => [typeof name === 'string' ? { raw: `&${name}` } : name, value]);
}

const allToQuery: Edit = (request) => ({
  ...editForm(() => [])(request),
  query: [...request.query, ...formBody(request).pairs],
});

/** JSON with an equals sign decodes as a form with one unknown parameter. */
function asJson(body: BodyTemplate | null): BodyTemplate | null {
  return body?.type === 'form'
    ? { ...body, pairs: withPair(body.pairs, ['state', 'a=b']), syntax: 'json' }
    : body;
}

/** Escapes the separators: the whole form is then the name of one parameter. */
function encodedTwice(pairs: readonly Pair[]): readonly Pair[] {
  const names = pairs.map(([name]) => (typeof name === 'string' ? `${name}=a` : 'a=a'));
  return [[names.join('&'), '']];
}

import fc from 'fast-check';
import type { Operation, Parameter } from '../../spec/operation.ts';
import type { Piece } from '../case.ts';
import { formMediaType } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { editQuery, isNamed, withoutPair, withPair } from './edit-request.ts';
import type { Edit } from './edit-request.ts';
import { eitherFlaw, enoughOfList, inputFlaw, oddFlaw } from './flaw.ts';
import type { Flaw } from './flaw.ts';
import { oddEscapes } from './form-flaws.ts';
import { allowedTexts, textsOutside } from './member.ts';
import { inTurn } from '../text/in-turn.ts';

/** Breaks the query parameters of an operation, one at a time. */
export function queryFlaws({ parameters, method }: Operation): readonly Flaw[] {
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => [
      ...(parameter.required ? omissions(parameter, method) : []),
      ...oddities(parameter),
    ]);
}

/** Gives query parameters a text outside the closed list of the contract. */
export function closedQueryFlaws({ parameters }: Operation): readonly Flaw[] {
  return parameters.filter((parameter) => parameter.in === 'query').flatMap(outside);
}

function omissions({ name }: Parameter, method: string): readonly Flaw[] {
  const at = `query:${name}`;
  return [
    inputFlaw('query.missing', at, fc.constant(editQuery((pairs) => withoutPair(pairs, name)))),
    // An empty text is a text to the contract; only at the authorization endpoint is it none (RFC 6749 section 3.1).
    eitherFlaw('query.empty', at, fc.constant(setParameter(name, ''))),
    inputFlaw('query.other-case', at, fc.constant(editQuery((pairs) => renamed(pairs, name)))),
    ...(method === 'GET' ? [] : [inBody(name)]),
  ];
}

/** RFC 7009 section 2.1 has the token in the body; the contract has it in the query. A target may support both. */
function inBody(name: string): Flaw {
  const edit: Edit = (request) => ({
    ...editQuery((pairs) => withoutPair(pairs, name))(request),
    body: {
      type: 'form',
      pairs: request.query.filter(isNamed(name)),
      mediaType: formMediaType,
      space: '+',
    },
  });
  return eitherFlaw('query.in-body', `query:${name}`, fc.constant(edit));
}

/** Flaws that reading rule 2 leaves open: given twice, with invalid escapes, or longer than usual URIs. */
function oddities({ name, schema }: Parameter): readonly Flaw[] {
  const at = `query:${name}`;
  const right = (typeof schema === 'boolean' ? null : allowedTexts(schema))?.[0] ?? 'a';
  const own = (pairs: readonly Pair[]): Pair => pairs.find(isNamed(name)) ?? [name, right];
  const twice = inTurn('', 'other').map((value) =>
    editQuery((pairs) => [...withoutPair(pairs, name), own(pairs), [name, value]]),
  );
  // RFC 9110 section 4.1 recommends support for 8,000 octets. Beyond that a gateway may refuse the request.
  const long = fc
    .integer({ min: 8_000, max: 12_000 })
    .map((length) => setParameter(name, 'a'.repeat(length)));
  const escapes = inTurn(...oddEscapes).map((raw) => setParameter(name, { raw }));
  return [
    oddFlaw('query.repeated', at, twice),
    oddFlaw('query.bad-escape', at, escapes, enoughOfList(oddEscapes)),
    oddFlaw('query.long', at, long),
  ];
}

/** The contract closes the list, but RFC 7009 section 2.2.1 lets a server ignore an unknown hint. Either is allowed. */
function outside({ name, schema }: Parameter): readonly Flaw[] {
  const allowed = typeof schema === 'boolean' ? null : allowedTexts(schema);
  if (allowed === null) return [];
  const texts = textsOutside(name, allowed);
  const edits = inTurn(...texts).map((text) => setParameter(name, text));
  return [eitherFlaw('query.outside-enum', `query:${name}`, edits, enoughOfList(texts))];
}

function setParameter(name: string, value: Piece): Edit {
  return editQuery((pairs) => withPair(pairs, [name, value]));
}

function renamed(pairs: readonly Pair[], name: string): readonly Pair[] {
  return pairs.map((pair) => (isNamed(name)(pair) ? [name.toUpperCase(), pair[1]] : pair));
}

import fc from 'fast-check';
import type { JsonValue } from '../../spec/json-schema.ts';
import { readSchema } from '../schema/read-keyword.ts';
import { fixtureRedirectUri } from '../setup/fixture-client.ts';
import type { Edit } from './edit-request.ts';
import { editJson, setMember } from './edit-request.ts';
import type { Flaw } from './flaw.ts';
import { enoughOfList, inputFlaw } from './flaw.ts';
import type { Member } from './member.ts';
import { isInteger, otherTypes } from './member.ts';
import { enoughOfType, wrongValue } from './wrong-value.ts';
import { inTurn } from '../text/in-turn.ts';

/** Leaves out a member of a JSON body, or gives it or one of its items a wrong type. */
export function bodyMemberFlaws(members: readonly Member[]): readonly Flaw[] {
  return members.flatMap((member) => [
    ...missing(member),
    ...wrongTypes(member),
    ...wrongItemTypes(member),
    ...digits(member),
  ]);
}

function missing({ name, isRequired }: Member): readonly Flaw[] {
  if (!isRequired) return [];
  const edit = editJson((body) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name)));
  return [inputFlaw('body.missing-member', `/${name}`, fc.constant(edit))];
}

/** Nothing in the contract is nullable, so `null` is a wrong type like any other. */
function wrongTypes({ name, schema }: Member): readonly Flaw[] {
  return otherTypes(schema).map((type) => {
    // A number as text is a flaw of its own.
    const values = wrongValue(type).filter((value) => !isInteger(schema) || !isNumeric(value));
    const edits = values.map((value) => setMember(name, value));
    return inputFlaw(`body.wrong-type.${type}`, `/${name}`, edits, enoughOfType(type));
  });
}

function wrongItemTypes({ name, schema }: Member): readonly Flaw[] {
  const items = readSchema(schema, 'items') ?? true;
  if (typeof items === 'boolean') return [];
  return otherTypes(items).map((type) => {
    const edits = fc.tuple(wrongValue(type), fc.nat(3)).map(([item, at]) => insertItem(name, item, at));
    return inputFlaw(`body.wrong-item-type.${type}`, `/${name}`, edits, enoughOfType(type));
  });
}

function insertItem(name: string, item: JsonValue, at: number): Edit {
  return editJson((body) => {
    const list = body[name];
    return { ...body, [name]: Array.isArray(list) ? list.toSpliced(at, 0, item) : [item] };
  });
}

/** Values that lenient targets convert to an integer. */
function digits({ name, schema }: Member): readonly Flaw[] {
  if (!isInteger(schema)) return [];
  const edits = fc.integer({ min: 1, max: 100 }).map((number) => setMember(name, String(number)));
  return [inputFlaw('body.integer-as-string', `/${name}`, edits)];
}

function isNumeric(value: JsonValue): boolean {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
}

const fragments = ['#', '#top', '?a=b#top', '#%23', '/#/route'];

/** Registers a redirect URI with a fragment, which no client may have (RFC 6749 section 3.1.2, reading rule 3). */
export function redirectUriFlaws(members: readonly Member[]): readonly Flaw[] {
  if (!members.some(({ name }) => name === 'redirect_uris')) return [];
  const edits = fc
    .tuple(inTurn(...fragments), fc.constantFrom([], [fixtureRedirectUri]))
    .map(([fragment, others]) => setMember('redirect_uris', [...others, `${fixtureRedirectUri}${fragment}`]));
  return [inputFlaw('body.fragment', '/redirect_uris', edits, enoughOfList(fragments))];
}

import { jsonText } from '../checks/read/json.ts';
import type { HttpResponse } from '../driver/exchange.ts';
import type { AnswerFact } from './fact.ts';
import type { KnownValues } from './known-values.ts';

/** Alphabets of random values. Each one is contained in the next, so the first that fits counts. */
const alphabets: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a number', /^\d+$/],
  ['a UUID', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['hexadecimal', /^[\da-f]+$/i],
  ['URL-safe', /^[\w-]+$/],
  ['a JWT', /^[\w-]+\.[\w-]+\.[\w-]*$/],
  ['visible ASCII', /^[!-~]+$/],
  ['ASCII', /^[ -~]+$/],
];

/** The format of a value that a target chose: its alphabet, and its length rounded up to a power of two. */
export function valueFormat(value: unknown): string {
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  if (value === '') return 'empty';
  const [name] = alphabets.find(([, pattern]) => pattern.test(value)) ?? ['any text'];
  return `${name}, up to ${2 ** Math.ceil(Math.log2(value.length))} characters`;
}

/** Members that hold one of a few words. */
const constants: readonly string[] = ['kind', 'state', 'api_version', 'token_type', 'sort_order'];

/** Members whose value the target chooses. */
const chosen: readonly string[] = ['client_id', 'client_secret', 'access_token', 'refresh_token'];

/** Members whose value comes from a request of this step or an earlier one. */
const given: readonly string[] = [
  'client_name',
  'client_description',
  'redirect_uris',
  'default_scopes',
  'scope',
  'scopes',
  'filter',
  'sort_attribute',
];

/** The longest constant that is compared; longer ones are not words. */
const longestConstant = 60;

/**
 * Describes the value of a member: the word itself, its origin, or the format of a value that the target chose. Null if
 * two targets may well differ: texts for people, numbers that were not requested, and other users' clients in a list.
 */
export function valueFact(
  { at, name, value }: { readonly at: string; readonly name: string; readonly value: unknown },
  response: HttpResponse,
  known: KnownValues,
): AnswerFact | null {
  const isListed = at.startsWith('/entities/');
  if (name === 'reason' && at.startsWith('/message_list/'))
    return { facet: 'reason', at, value: word(value) };
  if (at === '/code' && typeof value === 'number')
    return { facet: 'constant', at, value: value === response.status ? 'the status' : 'another number' };
  if (constants.includes(name)) return { facet: 'constant', at, value: word(value) };
  if (chosen.includes(name)) {
    const origin = isListed ? null : known.originOf(name, value);
    const format = { facet: 'constant', at, value: valueFormat(value) } as const;
    return origin === null ? format : { facet: 'relation', at, value: origin };
  }
  const isGiven = given.includes(name) && (typeof value === 'string' || Array.isArray(value));
  const isNumber = typeof value === 'number' && known.wasSent(name) && at !== '/metadata/length';
  if (isListed || at.endsWith('/*') || !(isGiven || isNumber)) return null;
  return { facet: 'relation', at, value: known.originOf(name, value) ?? 'seen nowhere before' };
}

function word(value: unknown): string {
  const text = jsonText(value) ?? 'nested';
  // A part of it could be a part of a secret, which would not be found.
  return text.length > longestConstant ? `a text of ${text.length} characters` : text;
}

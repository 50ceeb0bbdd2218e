import type { Step } from '../../generators/case.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { jsonObjectOf } from '../read/json.ts';
import { needsState } from '../read/login-request.ts';
import { redirectAnswer, settledAnswer } from '../read/steps.ts';
import { tokenAnswer } from '../read/tokens.ts';
import type { Answered, RuleDescription, SampleRule, Violation } from '../rule.ts';

/** With fewer values, the variation cannot be measured. */
const leastValues = 16;

/** The alphabets that values may be written in, smallest first. */
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/^[0-9]*$/, 10],
  [/^[0-9a-f]*$|^[0-9A-F]*$/, 16],
  [/^[0-9a-z]*$|^[0-9A-Z]*$/, 36],
  [/^[0-9A-Za-z]*$/, 62],
];
const largestAlphabet = 64;

/**
 * Estimates, position by position, how many bits vary in values that ought to be random. A prefix that all values share
 * counts nothing. If a position shows far fewer characters than chance would, only those count. Null if there are too
 * few values to tell. This is an upper bound: hashes of a counter look random.
 */
export function measuredBits(values: readonly string[]): number | null {
  const distinct = [...new Set(values)];
  if (distinct.length < leastValues) return null;
  const shortest = distinct.reduce((least, { length }) => Math.min(least, length), Infinity);
  const alphabet = alphabetSize(distinct.join('').replace(/[-_.~+/=]/g, ''));
  const start = Math.max(0, commonLength(distinct));
  let bits = 0;
  for (let position = start; position < shortest; position += 1) {
    bits += positionBits(new Set(distinct.map((value) => value[position])).size, alphabet, distinct.length);
  }
  return bits;
}

function positionBits(occurring: number, alphabet: number, values: number): number {
  // The expected number of different characters after this many random draws.
  const byChance = alphabet * (1 - (1 - 1 / alphabet) ** values);
  return Math.log2(occurring < byChance / 2 ? occurring : Math.max(occurring, alphabet));
}

function alphabetSize(text: string): number {
  return alphabets.find(([pattern]) => pattern.test(text))?.[1] ?? largestAlphabet;
}

/** The length of the prefix that all values share. */
function commonLength(values: readonly string[]): number {
  const [first = ''] = values;
  let length = 0;
  while (length < first.length && values.every((value) => value[length] === first[length])) length += 1;
  return length;
}

/** A kind of value that the target chooses. */
export type ValueKind =
  'client-id' | 'client-secret' | 'code' | 'access-token' | 'refresh-token' | 'login-state';

/** The definition of a rule on all values of a kind. */
export interface SampleRulePlan extends RuleDescription {
  readonly kind: ValueKind;
  /** Whether to judge the values of each operation separately: good values of one would hide poor values of another. */
  readonly perOperation?: boolean;
  /** Describes what is wrong with the values; null if nothing is. */
  readonly problem: (values: readonly string[]) => string | null;
}

/** Makes a rule on all values of a kind that a run of sessions received. */
export function sampleRule({ kind, problem, perOperation = false, ...facts }: SampleRulePlan): SampleRule {
  return {
    on: 'sample',
    ...facts,
    operations: ['session'],
    collect: (answered) => {
      if (isToken(kind) && answered.case.family.startsWith('model.')) return [];
      const values = answered.case.steps.flatMap((step) =>
        valuesOf(answered, step, kind).map((value) =>
          perOperation ? sourced(step, withoutIds(value, answered)) : value,
        ),
      );
      return isToken(kind) ? [...new Set(values)] : values;
    },
    judge: (values): readonly Violation[] => {
      const groups = perOperation ? bySource(values) : [values];
      const [found] = groups.flatMap((group) => problem(group) ?? []);
      return found === undefined ? [] : [{ at: kind, expected: facts.claim, actual: found }];
    },
  };
}

/** Removes client ids, which are not secret: the part of a value that repeats one adds no randomness. */
function withoutIds(value: string, { slots }: Answered): string {
  return [...slots]
    .filter(([name, id]) => name.endsWith('.id') && id.length >= shortestId)
    .reduce((rest, [, id]) => rest.replaceAll(id, ''), value);
}

/** A value prefixed with the operation it comes from. */
function sourced({ operation }: Step, value: string): string {
  return `${operation}\n${value}`;
}

function bySource(values: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const end = value.indexOf('\n');
    const source = value.slice(0, end);
    const group = groups.get(source) ?? [];
    group.push(value.slice(end + 1));
    groups.set(source, group);
  }
  return [...groups.values()];
}

/** Shorter ids may occur in values by chance. */
const shortestId = 6;

const operations: Readonly<Record<ValueKind, readonly OperationId[]>> = {
  'client-id': ['oauth_client_post'],
  'client-secret': ['oauth_client_post', 'oauth_generate_token_post'],
  code: ['oauth_authorize_post'],
  'access-token': ['oauth_token_post', 'oauth_generate_token_post'],
  'refresh-token': ['oauth_token_post', 'oauth_generate_token_post'],
  'login-state': ['oauth_idp_login_get'],
};

/**
 * One token may legitimately serve several grants of a client. So tokens from sequences are left out, and one that a case
 * is given again counts once. That another client is given it is for another rule.
 */
function isToken(kind: ValueKind): boolean {
  return kind === 'access-token' || kind === 'refresh-token';
}

/**
 * A step yields at most one value. Shared steps are left out because their answers appear in many cases. Refreshes are
 * left out because their answers may legitimately repeat a token.
 */
function valuesOf(answered: Answered, step: Step, kind: ValueKind): readonly string[] {
  if (step.shared !== undefined || step.operation === 'gateway') return [];
  if (!operations[kind].includes(step.operation) || isRefresh(step)) return [];
  const value = valueIn(answered, step.name, kind);
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function valueIn(answered: Answered, step: StepName, kind: ValueKind): unknown {
  switch (kind) {
    case 'client-id':
    case 'client-secret': {
      const answer = settledAnswer(answered, step);
      if (answer === null || answer.status >= 300) return null;
      return jsonObjectOf(answer)?.[kind === 'client-id' ? 'client_id' : 'client_secret'];
    }
    case 'code':
      return redirectAnswer(answered, step)?.query.get('code');
    case 'access-token':
      return tokenAnswer(answered, step)?.['access_token'];
    case 'refresh-token':
      return tokenAnswer(answered, step)?.['refresh_token'];
    case 'login-state':
      return stateOfLogin(redirectAnswer(answered, step)?.query);
  }
}

function stateOfLogin(query: URLSearchParams | undefined): string | null {
  return query !== undefined && needsState(query) ? query.get('state') : null;
}

function isRefresh({ request: { body } }: Step): boolean {
  return (
    body?.type === 'form' &&
    body.pairs.some(([name, value]) => name === 'grant_type' && value === 'refresh_token')
  );
}

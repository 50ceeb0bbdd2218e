import type { Step } from '../../generators/case.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { jsonObjectOf } from '../read/json.ts';
import { redirectAnswer, settledAnswer } from '../read/steps.ts';
import { tokenAnswer } from '../read/tokens.ts';
import type { Answered, RuleDescription, SampleRule, Violation } from '../rule.ts';

/** Fewer values say little about what varies in them. */
const leastValues = 16;

/** The alphabets that values are written in, smallest first. */
const alphabets: readonly (readonly [RegExp, number])[] = [
  [/^[0-9]*$/, 10],
  [/^[0-9a-f]*$|^[0-9A-F]*$/, 16],
  [/^[0-9a-z]*$|^[0-9A-Z]*$/, 36],
  [/^[0-9A-Za-z]*$/, 62],
];
const largestAlphabet = 64;

/**
 * How many bits vary in values that ought to be random, estimated position by position: what all values have in
 * common counts nothing, and a position where fewer characters occur than chance would show counts only those. Null
 * where there are too few values to tell. An upper estimate: values that are made from a counter by a hash look random.
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
  // How many of the alphabet occur by chance in so many draws.
  const byChance = alphabet * (1 - (1 - 1 / alphabet) ** values);
  return Math.log2(occurring < byChance / 2 ? occurring : Math.max(occurring, alphabet));
}

function alphabetSize(text: string): number {
  return alphabets.find(([pattern]) => pattern.test(text))?.[1] ?? largestAlphabet;
}

/** The length of the beginning that all values share. */
function commonLength(values: readonly string[]): number {
  const [first = ''] = values;
  let length = 0;
  while (length < first.length && values.every((value) => value[length] === first[length])) length += 1;
  return length;
}

/** A kind of value that the target chooses. */
export type ValueKind =
  'client-id' | 'client-secret' | 'code' | 'access-token' | 'refresh-token' | 'login-state';

/** A rule over all values of a kind, as it is written down. */
export interface SampleRulePlan extends RuleDescription {
  readonly kind: ValueKind;
  /** Whether the values of each operation are judged by themselves: good ones of one would hide poor ones of another. */
  readonly perOperation?: boolean;
  /** What is wrong with the values, in words; null where nothing is. */
  readonly problem: (values: readonly string[]) => string | null;
}

/** A rule over all values of a kind that a run of sessions was given. */
export function sampleRule({ kind, problem, perOperation = false, ...facts }: SampleRulePlan): SampleRule {
  return {
    on: 'sample',
    ...facts,
    operations: ['session'],
    collect: (answered) =>
      isToken(kind) && answered.case.family.startsWith('model.')
        ? []
        : answered.case.steps.flatMap((step) =>
            valuesOf(answered, step, kind).map((value) =>
              perOperation ? sourced(step, withoutIds(value, answered)) : value,
            ),
          ),
    judge: (values): readonly Violation[] => {
      const groups = perOperation ? bySource(values) : [values];
      const [found] = groups.flatMap((group) => problem(group) ?? []);
      return found === undefined ? [] : [{ at: kind, expected: facts.claim, actual: found }];
    },
  };
}

/** The id of a client is no secret: what a value holds of it is no chance. */
function withoutIds(value: string, { slots }: Answered): string {
  return [...slots]
    .filter(([name, id]) => name.endsWith('.id') && id.length >= shortestId)
    .reduce((rest, [, id]) => rest.replaceAll(id, ''), value);
}

/** A value with where it comes from before it. */
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

/** Shorter ones occur in values by chance. */
const shortestId = 6;

const operations: Readonly<Record<ValueKind, readonly OperationId[]>> = {
  'client-id': ['oauth_client_post'],
  'client-secret': ['oauth_client_post', 'oauth_generate_token_post'],
  code: ['oauth_authorize_post'],
  'access-token': ['oauth_token_post', 'oauth_generate_token_post'],
  'refresh-token': ['oauth_token_post', 'oauth_generate_token_post'],
  'login-state': ['oauth_idp_login_get'],
};

/** Tokens of sequences are left out: one token may lawfully serve several grants of a client. */
function isToken(kind: ValueKind): boolean {
  return kind === 'access-token' || kind === 'refresh-token';
}

/**
 * A step gives at most one value. Shared steps are left out, for their answers are seen in many cases, and so are
 * refreshes, whose answers may lawfully repeat a token.
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
      return redirectAnswer(answered, step)?.query.get('state');
  }
}

function isRefresh({ request: { body } }: Step): boolean {
  return (
    body?.type === 'form' &&
    body.pairs.some(([name, value]) => name === 'grant_type' && value === 'refresh_token')
  );
}

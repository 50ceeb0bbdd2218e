import type { Step } from '../../generators/case.ts';
import type { StepName } from '../../generators/step-name.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { jsonObjectOf } from '../read/json.ts';
import { needsState } from '../read/login-request.ts';
import { redirectAnswer, settledAnswer } from '../read/steps.ts';
import { tokenAnswer } from '../read/tokens.ts';
import type { Answered, RuleDescription, SampleRule, Violation } from '../rule.ts';

/** A kind of value that the target chooses. */
export type ValueKind =
  'client-id' | 'client-secret' | 'code' | 'access-token' | 'refresh-token' | 'login-state';

/** The definition of a rule on all values of a kind. */
export interface SampleRulePlan extends RuleDescription {
  readonly kind: ValueKind;
  /**
   * Whether to judge the values of each operation separately, and those of refreshes too: good values of one would hide
   * poor values of another.
   */
  readonly perOperation?: boolean;
  /** Whether to judge only values that are new by right: a refresh or an update may repeat one. */
  readonly isOfNew?: boolean;
  /** Describes what is wrong with the values; null if nothing is. */
  readonly problem: (values: readonly string[]) => string | null;
}

/** Makes a rule on all values of a kind that a run of sessions received. */
export function sampleRule({
  kind,
  problem,
  perOperation = false,
  isOfNew = false,
  ...facts
}: SampleRulePlan): SampleRule {
  const stepsOf = isOfNew ? issuingSteps : showingSteps;
  return {
    on: 'sample',
    ...facts,
    operations: ['session'],
    collect: (answered) => {
      if (isToken(kind) && answered.case.family.startsWith('model.')) return [];
      const values = stepsOf(answered, kind).flatMap((step) =>
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

/** A value prefixed with what it comes from: an operation, and a refresh apart from what it continues. */
function sourced(step: Step, value: string): string {
  return `${step.operation}${isRefresh(step) ? ' by refresh' : ''}\n${value}`;
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

/** The operations that issue a new value each time. */
const issuing: Readonly<Record<ValueKind, readonly OperationId[]>> = {
  'client-id': ['oauth_client_post'],
  'client-secret': ['oauth_client_post', 'oauth_generate_token_post'],
  code: ['oauth_authorize_post'],
  'access-token': ['oauth_token_post', 'oauth_generate_token_post'],
  'refresh-token': ['oauth_token_post', 'oauth_generate_token_post'],
  'login-state': ['oauth_idp_login_get'],
};

/**
 * Further operations whose values are judged, though not on repeats: an update may keep the secret, and that a generated
 * client has an id of its own is for another rule.
 */
const showing: Partial<Readonly<Record<ValueKind, readonly OperationId[]>>> = {
  'client-id': ['oauth_generate_token_post'],
  'client-secret': ['oauth_client_client_id_put'],
};

/**
 * One token may legitimately serve several grants of a client. So tokens from sequences are left out, and one that a case
 * is given again counts once. That another client is given it is for another rule.
 */
function isToken(kind: ValueKind): boolean {
  return kind === 'access-token' || kind === 'refresh-token';
}

/** The steps that issue a new value. A refresh is left out, because it may legitimately repeat a token. */
function issuingSteps({ case: { steps } }: Answered, kind: ValueKind): readonly Step[] {
  return steps.filter((step) => isOf(step, issuing[kind]) && !isRefresh(step));
}

/** The steps whose answers hold a value, new or not: characters and chance are judged the same in both. */
function showingSteps({ case: { steps } }: Answered, kind: ValueKind): readonly Step[] {
  return steps.filter((step) => isOf(step, issuing[kind]) || isOf(step, showing[kind] ?? []));
}

/** Shared steps are left out because their answers appear in many cases. */
function isOf({ shared, operation }: Step, operations: readonly OperationId[]): boolean {
  return shared === undefined && operations.some((one) => one === operation);
}

/** A step yields at most one value. */
function valuesOf(answered: Answered, step: Step, kind: ValueKind): readonly string[] {
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

import type { Exchange } from '../../driver/exchange.ts';
import type { Step } from '../../generators/case.ts';
import type { StepName } from '../../generators/step-name.ts';
import { codeEqualsStatus, envelopeDocumented, messageListFilled, stateError } from '../error/rules.ts';
import { listedClients, positionOf } from '../list/listed-clients.ts';
import { sessionRule, stepViolation } from '../make/session-rule.ts';
import { isThrottled } from '../read/answer-kind.ts';
import { grantedParameters, redirectAnswer, settledAnswer, succeeded, takesBearer } from '../read/steps.ts';
import { tokenAnswer } from '../read/tokens.ts';
import { contentTypeJson, schemaValid, statusDocumented } from '../response/rules.ts';
import type { Answered, Attempt, AttemptRule, Rule, Violation } from '../rule.ts';
import type { ModelAction } from './model-action.ts';
import { actionOf } from './model-action.ts';
import type { Observed } from './model.ts';
import { SessionModel } from './model.ts';
import { judgeSteps } from './step-answers.ts';

const breakdowns: readonly string[] = ['hang', 'reset', 'short-body', 'malformed'];

/**
 * The gateway is judged only if it accepts tokens: otherwise there may be no service behind its path. A 503 is allowed
 * for requests that arrive together.
 */
export const sessionAnswerWhole: AttemptRule = {
  on: 'attempt',
  id: 'session.answer.whole',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong status',
  needs: [],
  source: { document: 'project', section: 'robustness' },
  claim: 'answers every step of a session, and none with a server error',
  operations: ['session'],
  appliesTo: ({ exchanges }) => exchanges.size > 0,
  judge: (attempt) =>
    attempt.case.steps.flatMap((step): readonly Violation[] => {
      const exchange = attempt.exchanges.get(step.name);
      const problem = exchange === undefined ? null : breakdown(step, exchange);
      const isOpen = step.operation !== 'gateway' || takesTokens(attempt);
      return problem === null || !isOpen ? [] : [stepViolation(step.name, 'an answer below 500', problem)];
    }),
};

function breakdown(step: Step, { response, failure }: Exchange): string | null {
  if (failure !== null) return breakdowns.includes(failure.kind) ? failure.message : null;
  if (response === null || response.status < 500 || isThrottled(response)) return null;
  return step.together !== undefined && response.status === 503 ? null : `${response.status}`;
}

function takesTokens({ case: testCase, exchanges }: Attempt): boolean {
  return testCase.steps.some(
    ({ name, operation }) => operation === 'gateway' && exchanges.get(name)?.response?.status === 200,
  );
}

/** Applies the documentation of single answers to every step, including those that depend on earlier steps. */
export const sessionAnswerDocumented: AttemptRule = {
  on: 'attempt',
  id: 'session.answer.documented',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers every success of a session with the documented status and model',
  operations: ['session'],
  appliesTo: ({ exchanges }) => exchanges.size > 0,
  judge: (attempt) => judgeSteps(attempt, [statusDocumented, contentTypeJson, schemaValid], answersSuccess),
};

function answersSuccess({ response: { status } }: Answered): boolean {
  return status < 400;
}

const rules = [envelopeDocumented, codeEqualsStatus, messageListFilled, stateError];

/** Covers errors that occur only in a session, such as that for a reused code. A gateway may send any other error. */
export const sessionRefusalDocumented: AttemptRule = {
  on: 'attempt',
  id: 'session.refusal.documented',
  level: 'MUST',
  mockLevel: 'shape',
  differenceClass: 'wrong shape',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'refuses every step of a session with the documented status envelope',
  operations: ['session'],
  appliesTo: ({ exchanges }) => exchanges.size > 0,
  judge: (attempt) => judgeSteps(attempt, rules, isOwnRefusal),
};

function isOwnRefusal({ response: { status }, operation }: Answered): boolean {
  return status === 400 || status === 404 || (status === 401 && operation.id === 'oauth_token_post');
}

/** The model covers only what all conformant targets agree on. */
export const sessionModelAgrees = sessionRule({
  id: 'session.model.agrees',
  level: 'MUST',
  mockLevel: 'memory',
  differenceClass: 'no memory',
  needs: [],
  source: { document: 'contract', section: 'responses' },
  claim: 'answers a sequence of requests as the state they made demands',
  families: ['model.'],
  judgement: { appliesTo: (attempt) => succeeded(attempt, 'main'), judge },
});

function judge(attempt: Attempt): readonly Violation[] {
  const model = new SessionModel();
  const canUse = attempt.case.steps.some(
    ({ name, operation }) => operation === 'gateway' && takesBearer(attempt, name),
  );
  return attempt.case.steps.flatMap((step): readonly Violation[] => {
    const action = attempt.exchanges.has(step.name) ? actionOf(step) : null;
    if (action === null || (action.type === 'use' && !canUse)) return [];
    const expected = model.expect(action);
    const observed = observe(attempt, step, action);
    model.observe(action, observed);
    const isAllowed = expected === 'any' || observed === 'unsettled' || observed === expected;
    const listed = action.type === 'list' ? deletedInList(attempt, step, model) : [];
    return isAllowed ? listed : [stepViolation(step.name, expected, describe(attempt, step, observed))];
  });
}

function observe(attempt: Attempt, step: Step, { type }: ModelAction): Observed {
  const answer = settledAnswer(attempt, step.name);
  if (answer === null) return 'unsettled';
  return isSuccess(attempt, step.name, type, answer.status) ? 'success' : 'refusal';
}

function isSuccess(attempt: Attempt, step: StepName, type: ModelAction['type'], status: number): boolean {
  switch (type) {
    case 'authorize': {
      const redirect = redirectAnswer(attempt, step);
      return redirect !== null && grantedParameters(redirect).includes('code');
    }
    case 'redeem':
    case 'refresh':
      return tokenAnswer(attempt, step) !== null;
    case 'use':
      // A token may be valid but not for this resource.
      return status !== 401;
    default:
      return status < 400;
  }
}

function describe(attempt: Attempt, { name }: Step, observed: Observed): string {
  return `${observed} (${settledAnswer(attempt, name)?.status ?? 'no answer'})`;
}

function deletedInList(attempt: Attempt, { name }: Step, model: SessionModel): readonly Violation[] {
  const list = listedClients(attempt, name);
  if (list === null) return [];
  return model.deleted
    .filter((client) => positionOf(attempt, list, `${client}.id`) !== -1)
    .map((client) => stepViolation(name, 'no deleted client', `${client}.id`, '/entities'));
}

/** Rules on any session, whatever its purpose. */
export const sessionRules: readonly Rule[] = [
  sessionAnswerWhole,
  sessionAnswerDocumented,
  sessionRefusalDocumented,
  sessionModelAgrees,
];

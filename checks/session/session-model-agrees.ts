import type { Step } from '../../generators/case.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { listedClients, positionOf } from './listed-clients.ts';
import { actionOf } from './model-action.ts';
import type { ModelAction } from './model-action.ts';
import { SessionModel } from './model.ts';
import type { Observed } from './model.ts';
import { grantedParameters, redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer, succeeded, takesBearer } from './settled-answer.ts';
import { tokenAnswer } from './token-answer.ts';

/** The model says what every lawful target agrees on, and leaves the rest open. */
export const sessionModelAgrees = sessionRule({
  id: 'session.model.agrees',
  level: 'MUST',
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

function isSuccess(attempt: Attempt, step: string, type: ModelAction['type'], status: number): boolean {
  switch (type) {
    case 'authorize': {
      const redirect = redirectAnswer(attempt, step);
      return redirect !== null && grantedParameters(redirect).includes('code');
    }
    case 'redeem':
    case 'refresh':
      return tokenAnswer(attempt, step) !== null;
    case 'use':
      // A token may be good and still not for this resource.
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

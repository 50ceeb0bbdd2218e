import { contentTypeJson } from '../response/content-type-json.ts';
import { schemaValid } from '../response/schema-valid.ts';
import { statusDocumented } from '../response/status-documented.ts';
import type { Answered, AttemptRule } from '../rule.ts';
import { judgeSteps } from './step-answers.ts';

/** What is documented of single answers, of those as well that depend on what went before. */
export const sessionAnswerDocumented: AttemptRule = {
  on: 'attempt',
  id: 'session.answer.documented',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers every success of a session with the documented status and model',
  operations: ['session'],
  appliesTo: ({ exchanges }) => exchanges.size > 0,
  judge: (attempt) => judgeSteps(attempt, [statusDocumented, contentTypeJson, schemaValid], isSuccess),
};

function isSuccess({ response: { status } }: Answered): boolean {
  return status < 400;
}

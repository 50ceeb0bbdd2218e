import type { AnswerRule } from '../rule.ts';
import { answersOperation } from '../read/answers-operation.ts';

/** `default` documents errors only, so a success has to be documented by number. */
export const statusDocumented: AnswerRule = {
  on: 'answer',
  id: 'response.status.documented',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'answers with a success status that the contract documents by number',
  operations: 'all',
  appliesTo: (answered) => answered.response.status < 400 && answersOperation(answered),
  judge: ({ operation, response: { status } }) =>
    operation.documentedSuccesses.includes(status)
      ? []
      : [
          {
            at: 'status',
            expected: `${operation.documentedSuccesses.join(' or ')}, or an error`,
            actual: String(status),
          },
        ],
};

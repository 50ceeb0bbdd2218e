import type { AnswerRule } from '../rule.ts';
import { documentedSuccess } from '../read/documented-success.ts';
import { headerValues } from '../read/header-values.ts';
import { mediaTypeOf } from '../read/media-type-of.ts';
import { jsonAnswerOperations } from '../read/operation-groups.ts';
import { show } from '../read/show.ts';

/** Parameters such as a charset are tolerated. An empty body is left to the rule on the schema. */
export const contentTypeJson: AnswerRule = {
  on: 'answer',
  id: 'response.content-type.json',
  level: 'MUST',
  source: { document: 'contract', section: 'produces' },
  claim: 'labels the body of a success as application/json',
  operations: jsonAnswerOperations,
  appliesTo: (answered) =>
    answered.response.body.length > 0 && (documentedSuccess(answered)?.schema ?? null) !== null,
  judge: ({ response }) =>
    mediaTypeOf(response) === 'application/json'
      ? []
      : [
          {
            at: 'header Content-Type',
            expected: 'application/json',
            actual: show(headerValues(response, 'content-type').join(', ') || undefined),
          },
        ],
};

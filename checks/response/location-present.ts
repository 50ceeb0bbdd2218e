import type { AnswerRule } from '../rule.ts';
import { documentedSuccess } from '../read/documented-success.ts';
import { headerValues } from '../read/header-values.ts';
import { redirectOperations } from '../read/operation-groups.ts';
import { show } from '../read/show.ts';

/** Where it leads is judged by other rules. */
export const locationPresent: AnswerRule = {
  on: 'answer',
  id: 'response.location.present',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'redirects with exactly one Location',
  operations: redirectOperations,
  appliesTo: (answered) =>
    documentedSuccess(answered)?.headers.some((name) => name.toLowerCase() === 'location') ?? false,
  judge: ({ response }) => {
    const values = headerValues(response, 'location');
    return values.length === 1 && values[0] !== ''
      ? []
      : [{ at: 'header Location', expected: 'one value', actual: show(values[0] && values.join(', ')) }];
  },
};

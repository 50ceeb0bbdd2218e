import type { HttpResponse } from '../../driver/exchange.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { headerValues } from '../read/headers.ts';
import type { AnswerRule, RuleDescription } from '../rule.ts';

/** All of them are matters of form. */
const headerClass = { mockLevel: 'shape', differenceClass: 'wrong shape', needs: [] } as const;

/** A rule over one response header, as it is written down. */
export interface HeaderRulePlan extends Omit<RuleDescription, keyof typeof headerClass> {
  readonly operations?: readonly OperationId[];
  /** Lower-case name. The rule applies where the answer has it, unless it is `owed`. */
  readonly header: string;
  readonly owed?: boolean;
  /** What is wrong with the field lines, each as what was found; none where nothing is. */
  readonly problems: (lines: readonly string[], response: HttpResponse) => readonly string[];
}

/** A rule over one header of any answer. */
export function headerRule({
  header,
  owed = false,
  problems,
  operations,
  ...facts
}: HeaderRulePlan): AnswerRule {
  return {
    on: 'answer',
    ...headerClass,
    ...facts,
    operations: operations ?? 'all',
    appliesTo: ({ response }) => owed || response.headers.has(header),
    judge: ({ response }) =>
      problems(headerValues(response, header), response).map((actual) => ({
        at: `header ${header}`,
        expected: facts.claim,
        actual,
      })),
  };
}

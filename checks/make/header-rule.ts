import type { HttpResponse } from '../../driver/exchange.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { headerValues } from '../read/headers.ts';
import type { AnswerRule, RuleDescription } from '../rule.ts';

/** All header rules judge form only. */
const headerClass = { mockLevel: 'shape', differenceClass: 'wrong shape', needs: [] } as const;

/** The definition of a rule on one response header. */
export interface HeaderRulePlan extends Omit<RuleDescription, keyof typeof headerClass> {
  readonly operations?: readonly OperationId[];
  /** Header name in lower case. The rule applies only to answers that have the header, or to which it is `owed`. */
  readonly header: string;
  readonly owed?: (response: HttpResponse) => boolean;
  /** The problems found in the field lines, each as the offending text; empty if there are none. */
  readonly problems: (lines: readonly string[], response: HttpResponse) => readonly string[];
}

/** Makes a rule on one header, judged on any answer. */
export function headerRule({
  header,
  owed = () => false,
  problems,
  operations,
  ...facts
}: HeaderRulePlan): AnswerRule {
  return {
    on: 'answer',
    ...headerClass,
    ...facts,
    operations: operations ?? 'all',
    appliesTo: ({ response }) => owed(response) || headerValues(response, header).length > 0,
    judge: ({ response }) =>
      problems(headerValues(response, header), response).map((actual) => ({
        at: `header ${header}`,
        expected: facts.claim,
        actual,
      })),
  };
}

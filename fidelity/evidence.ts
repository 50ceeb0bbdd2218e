import { collectSecrets } from '../driver/secrets/collect-secrets.ts';
import { redactExchange } from '../driver/secrets/redact-exchange.ts';
import type { RedactedText } from '../driver/secrets/redacted.ts';
import { redactorOf } from '../driver/secrets/redactor-of.ts';
import type { CaseComparison, SideRun } from './both-sides.ts';
import type { DifferenceRecord } from './comparison.ts';
import type { Difference } from './difference.ts';

/** The evidence for a difference: what each target showed, and all its requests and answers. */
export type Evidence = Pick<DifferenceRecord, 'exchanges'> & {
  readonly a: RedactedText;
  readonly b: RedactedText;
  readonly at: RedactedText;
};

/** The evidence for a difference on a case, without the secrets of either target. */
export function evidenceOf(
  { testCase, a, b }: CaseComparison,
  difference: Difference,
  passwords: readonly string[],
): Evidence {
  const all = [a, b].flatMap(({ run }) => exchangesOf(run));
  const redactor = redactorOf(
    all,
    all.flatMap((one) => collectSecrets(one, passwords)),
  );
  const redacted = ({ run }: SideRun): DifferenceRecord['exchanges']['a'] =>
    [...run.exchanges].map(([step, exchange]) => {
      const operation = testCase.steps.find(({ name }) => name === step)?.operation ?? 'gateway';
      return redactExchange({ step, operation, exchange, redactor });
    });
  return {
    a: redactor.sentence(redactor.hidden ?? difference.a, difference.at),
    b: redactor.sentence(redactor.hidden ?? difference.b, difference.at),
    at: redactor.sentence(difference.at),
    exchanges: { a: redacted(a), b: redacted(b) },
  };
}

function exchangesOf({ exchanges }: SideRun['run']): readonly Parameters<typeof collectSecrets>[0][] {
  return [...exchanges.values()];
}

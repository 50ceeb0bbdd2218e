import type { Answered, Attempt, SampleRule } from '../../checks/rule.ts';
import type { Finding } from '../../checks/verdict.ts';
import { shorten } from '../../driver/secrets/redacted.ts';
import type { RedactedExchange } from '../../driver/secrets/redacted.ts';
import { Redactor } from '../../driver/secrets/redactor.ts';
import { redactedSteps, redactorOfAttempt } from './light-attempt.ts';
import type { Sample } from './sample.ts';

/**
 * Judges a sample once for a run. No single case shows the violation, so the run is repeated to see it again. The
 * evidence are the answers with which the sample first violated the rule.
 */
export function sampleFindings(rule: SampleRule, sample: Sample, password: string): readonly Finding[] {
  const { values } = sample;
  if (values.length === 0 || rule.appliesTo?.(values) === false) return [];
  const violations = rule.judge(values);
  if (violations.length === 0) return [];
  const telling = sample.tellingCases(rule);
  const exchanges = telling.flatMap(({ sampled: { answered }, value }) =>
    answered === null ? [] : exchangesWith(rule, answered, value),
  );
  return violations.map((violation) => {
    // The values are secret, unless the rule says otherwise.
    const texts = violation.expected + violation.actual;
    const quoted = values.filter((value) => texts.includes(value.slice(0, 8)));
    const redactor = new Redactor({ secrets: [password, ...(rule.isPublic === true ? [] : quoted)] });
    return {
      at: violation.at,
      expected: shorten(redactor.sentence(violation.expected)),
      actual: shorten(redactor.sentence(violation.actual)),
      family: telling.at(-1)?.sampled.family ?? 'sample',
      path: '',
      count: 1,
      shrinks: 0,
      isReproduced: null,
      exchanges,
    };
  });
}

/** The exchanges without which an attempt would not give a value; the main one if there is no such. */
function exchangesWith(rule: SampleRule, answered: Answered, value: string): readonly RedactedExchange[] {
  const givers = [...answered.exchanges.keys()].filter((step) => {
    const others = new Map([...answered.exchanges].filter(([name]) => name !== step));
    return !rule.collect(withExchanges(answered, others)).includes(value);
  });
  const exchanges = new Map(
    [...answered.exchanges].filter(([step, exchange]) =>
      givers.length === 0 ? exchange === answered.exchange : givers.includes(step),
    ),
  );
  return redactedSteps({ case: answered.case, exchanges }, redactorOfAttempt(answered));
}

/** Its members are named, because an attempt computes some of them on demand. */
function withExchanges(answered: Answered, exchanges: Attempt['exchanges']): Answered {
  const { contract, operation, case: testCase, exchange, response, slots } = answered;
  return { contract, operation, case: testCase, exchange, response, slots, secrets: [], exchanges };
}

import type { Finding } from '../../checks/verdict.ts';
import type { SampleRule } from '../../checks/rule.ts';
import { shorten } from '../../driver/shorten.ts';
import { Redactor } from '../../driver/redactor.ts';

/** Judges a sample once a run. There is no single case to show: the sample itself is the evidence. */
export function sampleFindings(
  rule: SampleRule,
  sample: readonly string[],
  password: string,
): readonly Finding[] {
  if (sample.length === 0 || rule.appliesTo?.(sample) === false) return [];
  return rule.judge(sample).map((violation) => {
    // The values are secrets themselves, unless the rule says otherwise.
    const texts = violation.expected + violation.actual;
    const quoted = sample.filter((value) => texts.includes(value.slice(0, 8)));
    const redactor = new Redactor({ secrets: [password, ...(rule.isPublic === true ? [] : quoted)] });
    return {
      at: violation.at,
      expected: shorten(redactor.text(violation.expected)),
      actual: shorten(redactor.text(violation.actual)),
      family: 'sample',
      path: '',
      count: 1,
      shrinks: 0,
      isReproduced: true,
      exchanges: [],
    };
  });
}

import type { Finding } from '../../checks/verdict.ts';
import type { SampleRule } from '../../checks/rule.ts';
import { redactText } from '../../driver/redact-text.ts';

/** Judges a sample once a run. There is no single case to show: the sample itself is the evidence. */
export function sampleFindings(rule: SampleRule, sample: readonly string[]): readonly Finding[] {
  if (sample.length === 0 || rule.appliesTo?.(sample) === false) return [];
  return rule.judge(sample).map((violation) => {
    // The values are secrets themselves, unless the rule says otherwise; only those that a text quotes need removing.
    const quoted = (text: string): readonly string[] =>
      rule.isPublic === true ? [] : sample.filter((value) => text.includes(value));
    return {
      at: violation.at,
      expected: redactText(violation.expected, quoted(violation.expected)),
      actual: redactText(violation.actual, quoted(violation.actual)),
      family: 'sample',
      path: '',
      count: 1,
      shrinks: 0,
      isReproduced: true,
      exchanges: [],
    };
  });
}

import type { Rule, SampleRule } from '../rule.ts';

/** Users of a console wait no longer than this without a doubt, whatever the way to the target. Milliseconds. */
const usualLimitMs = 2000;

/** One answer in twenty may wait for a collector or a cold cache. */
const share = 0.95;

/** The rule with a limit in milliseconds. */
function answerWithin(limitMs: number): SampleRule {
  return {
    on: 'sample',
    id: 'robustness.answer.prompt',
    level: 'SHOULD',
    source: { document: 'project', section: 'robustness' },
    claim: 'gives 95 % of its answers within the limit of time',
    operations: 'all',
    isPublic: true,
    collect: ({ exchange }) => [String(Math.ceil(exchange.durationMs))],
    judge: (durations) => {
      const sorted = durations.map(Number).sort((one, other) => one - other);
      const slow = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
      const [slowest = 0] = sorted.slice(-1);
      if (slow <= limitMs) return [];
      const actual = `p95 ${slow} ms, slowest ${slowest} ms`;
      return [{ at: 'duration', expected: `95 % of answers within ${limitMs} ms`, actual }];
    },
  };
}

/** How long the answers of an operation take; those that never come are another rule's. */
export const answerPrompt = answerWithin(usualLimitMs);

/** The rules of a run that has a limit of its own. */
export function withLatencyLimit(rules: readonly Rule[], limitMs: number): readonly Rule[] {
  return rules.map((rule) => (rule === answerPrompt ? answerWithin(limitMs) : rule));
}

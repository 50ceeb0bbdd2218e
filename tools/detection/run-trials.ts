import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule, Violation } from '../../checks/rule.ts';
import { runInProcesses } from '../process-pool.ts';
import type { Trial, TrialResult } from './trial.ts';

/**
 * Wraps rules so that every violation is reported as soon as it is judged, and a trial need not run to its end. Sample
 * rules are judged only at the end of a suite, and stay unchanged.
 */
export function watchRules(rules: readonly Rule[], onViolated: (rule: Rule) => void): readonly Rule[] {
  const noted = <Subject>(rule: Rule, judge: (subject: Subject) => readonly Violation[]) => {
    return (subject: Subject): readonly Violation[] => {
      const violations = judge(subject);
      if (violations.length > 0) onViolated(rule);
      return violations;
    };
  };
  return rules.map((rule): Rule => {
    switch (rule.on) {
      case 'answer':
        return { ...rule, judge: noted(rule, rule.judge) };
      case 'attempt':
        return { ...rule, judge: noted(rule, rule.judge) };
      case 'sample':
        return rule;
    }
  });
}

const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'trial-process.js');

/** Runs trials concurrently, each alone in a process at the time, and yields their results in order. */
export function runTrials(trials: readonly Trial[], seed: number): AsyncGenerator<TrialResult> {
  return runInProcesses(
    trials.map((trial) => ({ trial, seed })),
    { entry, nameOf: ({ trial: { kind, id } }) => `${kind} ${id}` },
  );
}

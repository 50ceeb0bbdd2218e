import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule, Violation } from '../../checks/rule.ts';
import { runInProcesses } from '../process-pool.ts';
import type { Trial, TrialResult } from './trial.ts';

/**
 * Gives the same rules, with every violation reported as soon as it is judged: so that a trial need not be driven to
 * its end. Rules over samples are judged at the end of a suite only, and stay as they are.
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

/** Drives trials side by side, each in a process with no other at the time, and gives their results in order. */
export function runTrials(trials: readonly Trial[], seed: number): AsyncGenerator<TrialResult> {
  return runInProcesses(
    trials.map((trial) => ({ trial, seed })),
    { entry, nameOf: ({ trial: { kind, id } }) => `${kind} ${id}` },
  );
}

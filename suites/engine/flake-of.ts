import type { Rule } from '../../checks/rule.ts';
import type { Flake } from '../../checks/verdict.ts';
import type { Defect } from './recorder.ts';
import { redactorOfAttempt, redactViolation } from './redact-attempt.ts';

/** What is told of a defect that turned out to be a whim of a gateway. */
export function flakeOf(rule: Rule, { violation, attempt, drawn, count }: Defect): Flake {
  const redactor = redactorOfAttempt(attempt);
  const { at, expected, actual } = redactViolation(violation, redactor);
  const example = redactor.text(`${drawn.family.name} at ${at}: expected ${expected}, actual ${actual}`);
  return { rule: rule.id, count, example };
}

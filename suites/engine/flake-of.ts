import type { Rule } from '../../checks/rule.ts';
import type { Flake } from '../../checks/verdict.ts';
import { redactText } from '../../driver/redact-text.ts';
import type { Defect } from './recorder.ts';

/** What is told of a defect that turned out to be a whim of a gateway. */
export function flakeOf(rule: Rule, { violation, attempt, drawn, count }: Defect): Flake {
  const { at, expected, actual } = violation;
  const example = `${drawn.family.name} at ${at}: expected ${expected}, actual ${actual}`;
  return { rule: rule.id, count, example: redactText(example, attempt.secrets) };
}

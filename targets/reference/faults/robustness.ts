import type { Fault } from './fault.ts';
import { robustnessAnswerFaults } from './robustness-answers.ts';
import { robustnessErrorFaults } from './robustness-errors.ts';
import { robustnessHardInputFaults } from './robustness-hard-input.ts';

export const robustnessFaults: readonly Fault[] = [
  ...robustnessAnswerFaults,
  ...robustnessErrorFaults,
  ...robustnessHardInputFaults,
];

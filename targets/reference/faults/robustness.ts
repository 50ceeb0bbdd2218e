import type { Fault } from './fault.ts';
import { robustnessAnswerFaults } from './robustness-answers.ts';
import { robustnessErrorFaults } from './robustness-errors.ts';

export const robustnessFaults: readonly Fault[] = [...robustnessAnswerFaults, ...robustnessErrorFaults];

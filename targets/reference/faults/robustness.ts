import type { Fault } from './fault.ts';
import { robustnessAnswerFaults } from './robustness-answers.ts';
import { robustnessErrorFaults } from './robustness-errors.ts';

/** All faults of the area, by subject. */
export const robustnessFaults: readonly Fault[] = [...robustnessAnswerFaults, ...robustnessErrorFaults];

import { authorizeAnswerFaults } from './authorize-answers.ts';
import { authorizeRedirectFaults } from './authorize-redirects.ts';
import type { Fault } from './fault.ts';

/** All faults of the area, by subject. */
export const authorizeFaults: readonly Fault[] = [...authorizeRedirectFaults, ...authorizeAnswerFaults];

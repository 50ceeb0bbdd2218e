import { authorizeAnswerFaults } from './authorize-answers.ts';
import { authorizeRedirectFaults } from './authorize-redirects.ts';
import type { Fault } from './fault.ts';

export const authorizeFaults: readonly Fault[] = [...authorizeRedirectFaults, ...authorizeAnswerFaults];

import type { Fault } from './fault.ts';
import { tokenAuthenticationFaults } from './token-authentication.ts';
import { tokenValueFaults } from './token-values.ts';

export const tokenFaults: readonly Fault[] = [...tokenValueFaults, ...tokenAuthenticationFaults];

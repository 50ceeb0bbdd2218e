import type { Fault } from './fault.ts';

/** All faults, sorted by id. */
export const faults: readonly Fault[] = [];

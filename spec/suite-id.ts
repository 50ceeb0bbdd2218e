import type { OperationId } from './operation-ids.ts';

/** What a suite is about: one operation, or sequences of several. */
export type SuiteId = OperationId | 'session';

import type { Fault } from './fault.ts';
import { requestBodyFaults } from './request-bodies.ts';
import { requestFormFaults } from './request-forms.ts';
import { requestListFaults } from './request-lists.ts';

/** All faults of the area, by subject. */
export const requestFaults: readonly Fault[] = [
  ...requestBodyFaults,
  ...requestFormFaults,
  ...requestListFaults,
];

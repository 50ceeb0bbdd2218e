import type { Fault } from './fault.ts';
import { requestBodyFaults } from './request-bodies.ts';
import { requestFormFaults } from './request-forms.ts';
import { requestListFaults } from './request-lists.ts';

export const requestFaults: readonly Fault[] = [
  ...requestBodyFaults,
  ...requestFormFaults,
  ...requestListFaults,
];

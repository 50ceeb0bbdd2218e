import { clientLifeFaults } from './client-life.ts';
import { clientRegistrationFaults } from './client-registration.ts';
import { clientUpdateFaults } from './client-update.ts';
import { clientValueFaults } from './client-values.ts';
import type { Fault } from './fault.ts';

export const clientFaults: readonly Fault[] = [
  ...clientRegistrationFaults,
  ...clientValueFaults,
  ...clientUpdateFaults,
  ...clientLifeFaults,
];

import * as fc from 'fast-check';
import type { Family } from '../family.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { readStep } from './client-steps.ts';
import { sessionClient } from './session-client.ts';
import { sessionFamily } from './session-case.ts';
import { asMain } from './step-role.ts';

/** Requests as a page of another origin makes a browser send them. */
export function browserFamilies(): readonly Family[] {
  return [
    sessionFamily({
      name: 'browser.other-origin',
      // A target may refuse a page that it does not know.
      expectation: 'either',
      aspect: 'credentials',
      values: fc.record({ client: sessionClient, origin: fc.constantFrom('https://evil.invalid', 'null') }),
      steps: ({ client: { input }, origin }) => {
        const read = readStep();
        const headers = [...read.request.headers, ['Origin', origin] as const];
        return [registerStep(input), asMain({ ...read, request: { ...read.request, headers } })];
      },
    }),
  ];
}

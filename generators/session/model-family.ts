import * as fc from 'fast-check';
import type { Family } from '../family.ts';
import { registerStep } from '../setup/register-step.ts';
import { otherClient } from './flow-steps.ts';
import { modelCommand, modelSteps } from './model-commands.ts';
import { twoClients } from './session-client.ts';
import { sessionFamily } from './session-case.ts';
import { asMain, asProbe } from './step-role.ts';

/**
 * Random sequences over two clients. Every step after the first is a probe: where the target rightly refused one,
 * those that need its values are left out. What each may answer is the model's business (checks/session/model.ts).
 */
export function modelFamilies(): readonly Family[] {
  return [
    sessionFamily({
      name: 'model.sequence',
      expectation: 'accept',
      aspect: 'input',
      values: fc.record({
        clients: twoClients,
        commands: fc.array(modelCommand, { minLength: 1, maxLength: 12, size: 'max' }),
      }),
      steps: ({ clients: [one, other], commands }) => [
        asMain(registerStep(one.input)),
        asProbe(otherClient(other), 'register-other'),
        ...modelSteps([one, other], commands),
      ],
      // The one family whose values are its intention.
      enough: 200,
    }),
  ];
}

import * as fc from 'fast-check';
import type { Family } from '../family.ts';
import { registerStep } from '../setup/setup-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { otherClient } from './flow-steps.ts';
import type { ModelCommand } from './model-commands.ts';
import { clientCommand, grantCommand, modelSteps } from './model-commands.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import { twoClients } from './session-client.ts';

/**
 * Random sequences over two clients. Every step after the first is a probe: where the target rightly refused one,
 * those that need its values are left out. What each may answer is the model's business (checks/session/model.ts).
 */
export function modelFamilies(): readonly Family[] {
  return [sequenceFamily('grants', grantCommand), sequenceFamily('clients', clientCommand)];
}

/** Long, since few are drawn in a usual run. */
function sequenceFamily(kind: FamilyKind<'model'>, command: fc.Arbitrary<ModelCommand>): Family {
  return sessionFamily({
    name: `model.${kind}`,
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({
      clients: twoClients,
      commands: fc.array(command, { minLength: 1, maxLength: 24, size: 'max' }),
    }),
    steps: ({ clients: [one, other], commands }) => [
      asMain(registerStep(one.input)),
      asProbe(otherClient(other), 'register-other'),
      ...modelSteps([one, other], commands),
    ],
    // Their values are their intention: each sequence is another one.
    enough: 1000,
    weight: 16,
  });
}

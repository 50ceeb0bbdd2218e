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
 * Random sequences over two clients. Every step after the first is a probe: if the target rightly refuses one, those
 * that need its values are skipped. The model decides what each may answer (checks/session/model.ts).
 */
export function modelFamilies(): readonly Family[] {
  return [sequenceFamily('grants', grantCommand), sequenceFamily('clients', clientCommand)];
}

/** The sequences are long, since a usual run draws few. */
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
    // Each sequence tests something else.
    enough: 1000,
    weight: 16,
  });
}

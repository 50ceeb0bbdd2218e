import fc from 'fast-check';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { mainRequestStep } from '../setup/main-request-step.ts';
import type { Flaw } from './flaw.ts';
import { labelCase } from './label-case.ts';
import type { Scene } from './scene.ts';

/** A family of cases that are broken in one way, and otherwise as good as their scene. */
export function buildFamily(
  contract: Contract,
  operation: OperationId,
  scenes: fc.Arbitrary<Scene>,
  flaw: Flaw,
): Family {
  const { breakage, aspect, expectation, enough, edits } = flaw;
  const name = `broken.${breakage.kind}${breakage.at === '' ? '' : `:${breakage.at}`}`;
  const cases = fc.tuple(scenes, edits).map(([{ before, request, after }, edit]) =>
    labelCase(contract, {
      operation,
      family: name,
      aspect,
      expectation,
      breakage,
      steps: [...before, mainRequestStep(operation, edit(request)), ...after],
    }),
  );
  return { name, polarity: 'broken', cases, enough };
}

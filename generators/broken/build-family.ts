import fc from 'fast-check';
import type { OperationId } from '../../spec/operation-ids.ts';
import type { Contract } from '../../spec/operation.ts';
import type { Case, Piece, RequestTemplate } from '../case.ts';
import { mainStep } from '../case.ts';
import type { Family } from '../family.ts';
import { decodeRequest } from '../request/decode-request.ts';
import { scenesWithParameters } from '../parameters/family-with-parameters.ts';
import { renderRequest } from '../request/render-request.ts';
import { mainRequestStep } from '../setup/setup-steps.ts';
import type { Flaw } from './flaw.ts';
import type { Scene } from './scene.ts';

/**
 * Keeps the expectation `refuse` only if the bytes that are sent are invalid for a server that decodes them. An empty
 * list in a form, for instance, is no parameter at all, and a text under the wrong name is valid elsewhere. If the
 * bytes are not invalid, a success is allowed as well.
 */
export function labelCase(contract: Contract, testCase: Case): Case {
  const { aspect, expectation } = testCase;
  if (expectation !== 'refuse' || (aspect !== 'input' && aspect !== 'media-type')) return testCase;
  const { request } = mainStep(testCase);
  const target = { basePath: contract.basePath, username: 'user', password: 'password' };
  const wire = renderRequest(request, sampleSlots(request), target);
  const { label } = decodeRequest(contract, contract.operations[testCase.operation], wire);
  return label === 'invalid' ? testCase : { ...testCase, expectation: 'either' };
}

/** A plain value for every slot of a request, in place of the value that the target will choose. */
function sampleSlots({ path, query, body }: RequestTemplate): ReadonlyMap<string, string> {
  const pairs = body?.type === 'form' ? [...query, ...body.pairs] : query;
  const pieces: readonly Piece[] = [...path, ...pairs.flat()];
  return new Map(
    pieces.flatMap((piece) => (typeof piece === 'object' && 'slot' in piece ? [[piece.slot, 'sample']] : [])),
  );
}

/** A family of cases that are broken in one way and otherwise as valid as their scene. */
export function buildFamily(
  contract: Contract,
  operation: OperationId,
  scenes: fc.Arbitrary<Scene>,
  flaw: Flaw,
): Family {
  const { breakage, aspect, expectation, enough, edits, isCrashProne = false } = flaw;
  // Those of all operations are in one suite.
  const at = isCrashProne ? operation : breakage.at;
  const name = `broken.${breakage.kind}${at === '' ? '' : `:${at}`}`;
  const whole = scenesWithParameters(contract.operations[operation], scenes);
  const cases = fc.tuple(whole, edits).map(([{ before, request, after }, edit]) =>
    labelCase(contract, {
      operation,
      family: name,
      aspect,
      expectation,
      breakage,
      steps: [...before, mainRequestStep(operation, edit(request)), ...after],
    }),
  );
  const family = { name, polarity: 'broken', cases, enough } as const;
  return isCrashProne ? { ...family, isAlone: true, isCrashProne } : family;
}

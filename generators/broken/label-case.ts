import type { Contract } from '../../spec/operation.ts';
import type { Case, Piece, RequestTemplate } from '../case.ts';
import { mainStep } from '../case.ts';
import { decodeRequest } from '../request/decode-request.ts';
import { renderRequest } from '../request/render-request.ts';

/**
 * Lets a case whose input must be refused say so only if the bytes that are sent are invalid to whoever decodes
 * them: an empty list in a form is no parameter at all, and a text under the wrong name is valid elsewhere.
 * Where they are not, a good answer is lawful as well.
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

/** A plain value for every slot of a request, in place of the one that the target will choose. */
function sampleSlots({ path, query, body }: RequestTemplate): ReadonlyMap<string, string> {
  const pairs = body?.type === 'form' ? [...query, ...body.pairs] : query;
  const pieces: readonly Piece[] = [...path, ...pairs.flat()];
  return new Map(
    pieces.flatMap((piece) => (typeof piece === 'object' && 'slot' in piece ? [[piece.slot, 'sample']] : [])),
  );
}

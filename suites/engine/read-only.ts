import { isReading } from '../../driver/repeatable.ts';
import type { Case, Piece, Step } from '../../generators/case.ts';
import type { Wire } from './wire.ts';

/**
 * The reading part of a case: the case without the setup that changes the target, if the rest does not need its values;
 * null if nothing is left to judge. Operations that change something are not called by any method: a target with
 * defects may perform them on GET.
 */
export function readingPart(testCase: Case): Case | null {
  const steps = testCase.steps.filter((step) => step.role !== 'setup' || reads(step));
  if (!steps.every(reads)) return null;
  if (steps.length === testCase.steps.length) return testCase;
  return steps.some(({ request }) => JSON.stringify(request).includes('"slot":'))
    ? null
    : { ...testCase, steps };
}

const readingOperations: ReadonlySet<string> = new Set([
  'gateway',
  'oauth_client_list_post',
  'oauth_client_client_id_get',
  'oauth_idp_callback_get',
  'oauth_idp_login_get',
  'oauth_adfs_login_get',
]);

function reads({ operation, request }: Step): boolean {
  const path = request.path.map((piece) => `/${textOf(piece)}`).join('');
  const query = request.query.length === 0 ? '' : '?';
  return readingOperations.has(operation) && isReading({ method: request.method, path: path + query }, '');
}

/**
 * A wire that refuses everything that does not read, whoever sends it: a read-only run must not depend on a single
 * filter.
 */
export function readOnlyWire(wire: Wire): Wire {
  return {
    ...wire,
    send: (request) => {
      if (!isReading(request, wire.target.basePath))
        throw new TypeError(`a read-only run was about to send ${request.method}`);
      return wire.send(request);
    },
  };
}

/** A text that is rendered unchanged, or else one that no path of the contract contains. */
function textOf(piece: Piece): string {
  return typeof piece === 'string' && /^[\w-]*$/.test(piece) ? piece : '%';
}

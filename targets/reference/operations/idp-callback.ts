import { readPairs, requiredParameter } from '../read-pairs.ts';
import { Refusal } from '../refusal.ts';
import type { Perform } from './operation.ts';

/**
 * GET /oauth/idp_callback. No identity provider stands behind this target, so no code is ever known: a call is
 * refused either for its missing code or for its unknown one.
 */
export const idpCallback: Perform = (call) => {
  requiredParameter(readPairs(call.query), 'code');
  throw new Refusal(400, 'INVALID_ARGUMENT', 'The identity provider does not know the code.');
};

import type { Step } from '../case.ts';
import type { Pair } from '../request/build-request.ts';
import { buildRequest } from '../request/build-request.ts';

/** The operations that send a browser to an identity provider, or take it back. */
export type LoginOperation = 'oauth_idp_login_get' | 'oauth_adfs_login_get' | 'oauth_idp_callback_get';

/** A request of a browser on its way to an identity provider, or back. */
export function loginStep(
  operation: LoginOperation,
  query: readonly Pair[] = [],
  headers: readonly (readonly [name: string, value: string])[] = [],
): Step {
  return {
    name: 'main',
    role: 'main',
    operation,
    request: buildRequest(operation, { query, headers }),
    captures: [],
  };
}

import type { Target } from '../driver/open-target.ts';
import type { Account } from '../driver/plain-request.ts';
import { checkTarget, type PreflightResult } from '../driver/preflight.ts';

/** What a target is like, and where. */
export interface CheckedBasePath {
  readonly result: PreflightResult;
  /** Whether it serves the operations at its root and not under the base path of the contract. */
  readonly isAtRoot: boolean;
}

/**
 * Checks a target of which only the origin is known. Mocks often serve a document's paths without the base path of
 * its server, and not all of them answer 404 elsewhere: what shows no list under the base path is asked at the root.
 */
export async function checkBasePath(
  target: Pick<Target, 'origin' | 'send'>,
  account: Account,
): Promise<CheckedBasePath> {
  const result = await checkTarget(target, account);
  if (account.basePath === '' || !['not-found', 'not-prism'].includes(result.code))
    return { result, isAtRoot: false };
  const root = await checkTarget(target, { ...account, basePath: '' });
  // A root that is no better than the base path proves nothing: a page for people answers everywhere.
  const isAtRoot = root.code === 'ready' || (result.code === 'not-found' && root.canDrive);
  return { result: isAtRoot ? root : result, isAtRoot };
}

import type { Case } from '../generators/case.ts';
import type { Family } from '../generators/family.ts';
import { mainRequestBody } from '../checks/read/request.ts';
import type { Profile } from '../targets/profile.ts';

/**
 * Adapts the expectations of families' cases to a profile. The requests stay the same. Where the contract would refuse
 * or accept a request, either may then be allowed.
 */
export function familiesUnder(profile: Profile, families: readonly Family[]): readonly Family[] {
  const isContract = profile.public.length === 0 && profile.limits.maximumListLength === null;
  if (isContract) return families;
  return families.map((family) => ({
    ...family,
    cases: family.cases.map((testCase): Case =>
      isPublicCall(profile, testCase) || isTooLong(profile, testCase)
        ? { ...testCase, expectation: 'either' }
        : testCase,
    ),
  }));
}

/** A target that requires no credentials may check wrong ones or ignore them. */
function isPublicCall(profile: Profile, { operation, aspect, expectation }: Case): boolean {
  return aspect === 'credentials' && expectation === 'refuse' && profile.public.includes(operation);
}

function isTooLong({ limits: { maximumListLength } }: Profile, testCase: Case): boolean {
  if (testCase.operation !== 'oauth_client_list_post' || testCase.expectation !== 'accept') return false;
  const length = mainRequestBody(testCase)?.['length'];
  return maximumListLength !== null && typeof length === 'number' && length > maximumListLength;
}

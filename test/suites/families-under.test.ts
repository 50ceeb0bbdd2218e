import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../generators/case.ts';
import type { Family } from '../../generators/family.ts';
import { familiesUnder } from '../../suites/families-under.ts';
import { contractProfile } from '../../targets/profile.ts';
import type { Profile } from '../../targets/profile.ts';
import { caseOf, request, step } from './engine/fake-suite.ts';

const profile: Profile = {
  ...contractProfile,
  public: ['oauth_idp_login_get'],
  limits: { maximumListLength: 20 },
};

function expectationUnder(given: Profile, change: Partial<Case>): string | undefined {
  const testCase = { ...caseOf([step({ name: 'main', role: 'main' })]), ...change };
  const family: Family = { name: 'f', polarity: 'valid', cases: fc.constant(testCase), enough: 1 };
  const [under] = familiesUnder(given, [family]);
  return under === undefined ? undefined : fc.sample(under.cases, 1)[0]?.expectation;
}

function listOf(length: number): Partial<Case> {
  const body = { type: 'json', value: { length }, mediaType: 'application/json' } as const;
  const main = step({ name: 'main', role: 'main', request: { ...request(['list']), body } });
  return { operation: 'oauth_client_list_post', steps: [main] };
}

describe('what a case expects under a profile', () => {
  it.each([
    ['wrong credentials on a public operation', { aspect: 'credentials', expectation: 'refuse' }, 'either'],
    ['invalid input of a public operation', { aspect: 'input', expectation: 'refuse' }, 'refuse'],
    ['a list that is too long', listOf(21), 'either'],
    ['a list as long as may be', listOf(20), 'accept'],
    [
      'wrong credentials elsewhere',
      { operation: 'oauth_token_post', aspect: 'credentials', expectation: 'refuse' },
      'refuse',
    ],
  ] as const)('%s', (_, change, expected) => {
    expect(expectationUnder(profile, change)).toBe(expected);
  });

  it('is what the contract says where the profile declares nothing', () => {
    expect(expectationUnder(contractProfile, { aspect: 'credentials', expectation: 'refuse' })).toBe(
      'refuse',
    );
  });
});

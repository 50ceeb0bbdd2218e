import { beforeAll, describe, expect, it } from '@jest/globals';
import { credentialsRequired } from '../../../checks/auth/rules.ts';
import { refusalEnvelope } from '../../../checks/authorize/answers.ts';
import { accepts, refuses } from '../../../checks/make/session-rule.ts';
import { invalidRefused } from '../../../checks/request/rules.ts';
import type { Contract } from '../../../spec/operation.ts';
import { buildAnswered, type PlainAttempt } from '../answered.ts';
import { judgeWith } from '../describe-rule.ts';
import { testContract } from '../test-contract.ts';

const uri = 'https://app.example/cb';
const authorize = (location: string | null, redirectUri = uri): PlainAttempt => ({
  operation: 'oauth_authorize_post',
  form: [
    ['client_id', 'c'],
    ['redirect_uri', redirectUri],
  ],
  expectation: 'refuse',
  brokenAt: 'form:client_id',
  answer: { status: 302, headers: location === null ? {} : { location } },
});

describe('a redirect in place of a refusal', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await testContract();
  });

  it.each([
    ['a granted code', authorize(`${uri}?code=c0de&state=s`), '302 that grants code'],
    ['a token in the fragment', authorize(`${uri}#access_token=t0ken`), '302 that grants access_token'],
    [
      'an error',
      authorize(`${uri}?error=invalid_request&state=s`),
      '302 that redirects with error "invalid_request"',
    ],
    ['an error in the fragment', authorize(`${uri}#error=e`), '302 that redirects with error "e"'],
    ['neither', authorize('/console/login?next=1'), '302 without error or code'],
    ['an empty code', authorize(`${uri}?code=`), '302 without error or code'],
    [
      'a code that the redirect URI had already',
      authorize(`${uri}?code=stolen&error=e`, `${uri}?code=stolen`),
      '302 that redirects with error "e"',
    ],
    ['no Location', authorize(null), '302'],
  ])('is told by what it does: %s', (_, plain, actual) => {
    expect(judgeWith(invalidRefused, contract, plain)).toMatchObject([{ expected: 'a 4xx', actual }]);
    expect(judgeWith(credentialsRequired, contract, { ...plain, aspect: 'credentials' })).toMatchObject([
      { actual },
    ]);
  });

  it.each([
    [`${uri}?code=c0de`, '302 that grants code'],
    ['/console/login?next=1', '302 without error or code'],
  ])('is no refusal of a step: %s', (location, actual) => {
    const judged = refuses('main').judge(buildAnswered(contract, authorize(location)));
    expect(judged).toMatchObject([{ actual }]);
    expect(accepts('main').judge(buildAnswered(contract, authorize(location)))).toEqual([]);
  });

  it.each([`${uri}?error=e`, `${uri}#error=e`, '/errors?message=m', 'https://pc.example/console/error'])(
    'refuses a step where it tells an error: %s',
    (location) => {
      expect(refuses('main').judge(buildAnswered(contract, authorize(location)))).toEqual([]);
      expect(accepts('main').judge(buildAnswered(contract, authorize(location)))).toHaveLength(1);
    },
  );

  it('is told so by the rule on the form of a refusal too', () => {
    const plain = { ...authorize(`${uri}?error=invalid_scope`), brokenAt: 'form:scope' };
    expect(judgeWith(refusalEnvelope, contract, plain)).toMatchObject([
      { actual: '302 that redirects with error "invalid_scope"' },
    ]);
  });
});

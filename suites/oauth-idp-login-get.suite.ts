import { describe, test } from '@jest/globals';
import { judgedTests } from './judged-tests.ts';

describe('oauth_idp_login_get', () => {
  for (const { name, isSkipped, judge } of judgedTests('oauth_idp_login_get')) {
    (isSkipped ? test.skip : test)(name, judge);
  }
});

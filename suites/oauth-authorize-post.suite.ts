import { describe, test } from '@jest/globals';
import { judgedTests } from './judged-tests.ts';

describe('oauth_authorize_post', () => {
  for (const { name, isSkipped, judge } of judgedTests('oauth_authorize_post')) {
    (isSkipped ? test.skip : test)(name, judge);
  }
});

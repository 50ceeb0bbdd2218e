import { describe, test } from '@jest/globals';
import { judgedTests } from './judged-tests.ts';

describe('oauth_token_post', () => {
  for (const { name, isSkipped, judge } of judgedTests('oauth_token_post')) {
    (isSkipped ? test.skip : test)(name, judge);
  }
});

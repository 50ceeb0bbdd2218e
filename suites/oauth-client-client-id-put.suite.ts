import { describe, test } from '@jest/globals';
import { judgedTests } from './judged-tests.ts';

describe('oauth_client_client_id_put', () => {
  for (const { name, isSkipped, judge } of judgedTests('oauth_client_client_id_put')) {
    (isSkipped ? test.skip : test)(name, judge);
  }
});

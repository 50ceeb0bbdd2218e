import { describe, test } from '@jest/globals';
import { judgedTests } from './judged-tests.ts';

describe('oauth_client_client_id_delete', () => {
  for (const { name, isSkipped, judge } of judgedTests('oauth_client_client_id_delete')) {
    (isSkipped ? test.skip : test)(name, judge);
  }
});

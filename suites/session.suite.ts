import { describe, test } from '@jest/globals';
import { judgedTests } from './judged-tests.ts';

describe('session', () => {
  for (const { name, isSkipped, judge } of judgedTests('session')) {
    (isSkipped ? test.skip : test)(name, judge);
  }
});

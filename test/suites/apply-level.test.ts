import { describe, expect, it } from '@jest/globals';
import { applyLevel } from '../../suites/apply-level.ts';
import { failingRule, sampleOperation, sampleRule } from '../reports/sample-report.ts';

describe('a level that is asked for', () => {
  const record = sampleOperation({
    rules: [
      failingRule({ rule: 'response.schema.valid' }),
      failingRule({ rule: 'code.race.single' }),
      sampleRule({
        rule: 'client.read.equal',
        verdict: 'broken',
        judged: 0,
        reason: 'no case could be set up',
      }),
      sampleRule({ rule: 'client.update.stored' }),
    ],
  });

  it('sets aside what is beyond it, and says what was found there', () => {
    const { rules } = applyLevel(record, 'shape');
    expect(rules.map(({ verdict }) => verdict)).toEqual(['fail', 'not applicable', 'not applicable', 'pass']);
    expect(rules[1]).toMatchObject({
      violated: 0,
      findings: [],
      reason: 'beyond the level shape, which was asked for: 12 of 100 judged violate it',
    });
    expect(rules[2]?.reason).toContain(': no case could be set up');
  });

  it('of all leaves everything as it is', () => {
    expect(applyLevel(record, 'OAuth')).toEqual(record);
  });
});

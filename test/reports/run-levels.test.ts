import { describe, expect, it } from '@jest/globals';
import { levelsLine, runLevels } from '../../reports/run-levels.ts';
import { failingRule, sampleRule } from './sample-report.ts';

describe('the levels of a run', () => {
  it('have the worst verdict of their rules, and the first that fails', () => {
    const records = [
      sampleRule({ rule: 'response.schema.valid' }),
      sampleRule({ rule: 'request.valid.accepted', verdict: 'warn' }),
      failingRule({ rule: 'client.read.equal' }),
      failingRule({ rule: 'code.race.single' }),
      sampleRule({ rule: 'run.operation.finished', verdict: 'broken' }),
    ];
    expect(runLevels(records)).toEqual({
      firstFailing: 'memory',
      verdicts: { shape: 'pass', validation: 'warn', memory: 'fail', OAuth: 'fail' },
    });
    expect(levelsLine(records)).toBe(
      'levels: shape holds, validation holds, memory fails, OAuth fails; first to fail: memory',
    );
  });

  it('that nothing was judged of do not hold', () => {
    expect(levelsLine([sampleRule()])).toBe(
      'levels: shape holds, validation not judged, memory not judged, OAuth not judged',
    );
  });
});

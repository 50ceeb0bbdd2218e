import { describe, expect, it } from '@jest/globals';
import { CaseTally, unjudged } from '../../../suites/engine/unjudged.ts';
import { exchangeOf } from './fake-suite.ts';

const exchange = exchangeOf({ method: 'GET', path: '/', headers: [], body: null }, 200);
const valid = (name: string) => ({ name, polarity: 'valid' }) as const;
const broken = (name: string) => ({ name, polarity: 'broken' }) as const;

function tally(
  run: readonly Parameters<CaseTally['add']>[0][],
  unset: readonly Parameters<CaseTally['add']>[0][],
): CaseTally {
  const cases = new CaseTally();
  for (const family of run) cases.add(family, { exchange });
  for (const family of unset) cases.leaveOut(family, 'register answered 500, without client.id');
  return cases;
}

describe('a rule that judged nothing', () => {
  it('is not applicable where every case was run', () => {
    expect(unjudged({}, tally([valid('a')], []))).toEqual({
      verdict: 'not applicable',
      reason: 'no answer met its conditions',
    });
  });

  it('is broken where no case of its families could be set up', () => {
    const cases = tally([valid('code.use')], [valid('code.replay.twice'), valid('code.replay.late')]);
    expect(unjudged({ families: ['code.replay'] }, cases)).toEqual({
      verdict: 'broken',
      reason: 'no case could be set up: register answered 500, without client.id',
    });
  });

  it('is not applicable where only cases of other families could not', () => {
    const cases = tally([valid('code.replay.twice')], [valid('refresh.use'), valid('refresh.use')]);
    expect(unjudged({ families: ['code.replay'] }, cases)).toEqual({
      verdict: 'not applicable',
      reason:
        'no answer met its conditions; 2 cases could not be set up, most of them since register answered 500, without client.id',
    });
  });

  it('is not applicable where none of its families was drawn', () => {
    const cases = tally([valid('code.use')], [valid('refresh.use')]);
    expect(unjudged({ families: ['login.'] }, cases)).toEqual({
      verdict: 'not applicable',
      reason: 'none of its cases was among those that were sent',
    });
  });

  it('of any family is broken where all valid or all broken cases could not be set up', () => {
    const families = [valid('a'), broken('b')];
    expect(unjudged({}, tally([broken('b')], [valid('a'), valid('a')])).verdict).toBe('broken');
    expect(unjudged({}, tally([valid('a')], [broken('b')])).verdict).toBe('broken');
    expect(unjudged({}, tally(families, [...families, valid('c')])).verdict).toBe('not applicable');
  });
});

describe('the tally of cases', () => {
  it('counts errors by their form, and neither successes nor answers to HEAD', () => {
    const cases = new CaseTally();
    const get = { method: 'GET', path: '/', headers: [], body: null } as const;
    cases.add(valid('a'), { exchange: exchangeOf(get, 400, { state: 'ERROR' }) });
    cases.add(valid('a'), { exchange: exchangeOf(get, 400, { error: 'invalid_grant' }) });
    cases.add(valid('a'), { exchange: exchangeOf(get, 404, { state: 'ERROR' }) });
    cases.add(valid('a'), { exchange: exchangeOf(get, 200, {}) });
    cases.add(valid('a'), { exchange: exchangeOf({ ...get, method: 'HEAD' }, 405) });
    cases.add(valid('a'), { exchange: { ...exchange, response: null } });
    expect(cases.dialects).toEqual({ 'RFC 6749 error': 1, 'status envelope': 2 });
  });

  it('tells the most frequent reason first', () => {
    const cases = new CaseTally();
    for (const reason of ['rare', 'often', 'often']) cases.leaveOut(valid('a'), reason);
    expect(cases.unset).toEqual([
      { reason: 'often', count: 2 },
      { reason: 'rare', count: 1 },
    ]);
  });
});

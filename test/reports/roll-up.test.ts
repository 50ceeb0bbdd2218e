import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../checks/verdict.ts';
import {
  countJudged,
  countVerdicts,
  exitCodeOf,
  ruleRecords,
  worstByOperation,
  worstVerdict,
} from '../../reports/roll-up.ts';
import {
  everyVerdict,
  failingRule,
  reportOf,
  sampleOperation,
  sampleReport,
  sampleRule,
} from './sample-report.ts';

const lenient = { strict: false };
const strict = { strict: true };
const withVerdict = (verdict: Verdict): ReturnType<typeof sampleRule> =>
  sampleRule({ rule: `a.b.${verdict}`, verdict });

describe('exit code', () => {
  it.each<[string, number, number, readonly Verdict[]]>([
    ['only passes', 0, 0, ['pass']],
    ['a violation', 1, 1, ['pass', 'fail']],
    ['an unexpected pass', 1, 1, ['pass', 'unexpected pass']],
    ['a warning', 0, 1, ['pass', 'warn']],
    [
      'a note, a deviation and something not applicable',
      0,
      0,
      ['pass', 'note', 'known deviation', 'not applicable'],
    ],
    ['something broken', 3, 3, ['pass', 'broken']],
    ['a warning and something broken', 3, 3, ['warn', 'broken']],
    ['a violation and something broken', 1, 1, ['broken', 'fail']],
  ])('of a run with %s is %i, strict %i', (_name, code, strictCode, verdicts) => {
    const report = reportOf(...verdicts.map(withVerdict));
    expect(exitCodeOf(report, lenient)).toBe(code);
    expect(exitCodeOf(report, strict)).toBe(strictCode);
  });

  it('is 3 where nothing was judged', () => {
    expect(exitCodeOf(reportOf(sampleRule({ judged: 0 })), lenient)).toBe(3);
    expect(exitCodeOf(reportOf(), lenient)).toBe(3);
    expect(exitCodeOf(sampleReport({ records: [] }), lenient)).toBe(3);
  });

  it('is 3 where an operation or the run broke off', () => {
    const records = [sampleOperation(), sampleOperation({ broken: 'connection refused' })];
    expect(exitCodeOf(sampleReport({ records }), lenient)).toBe(3);
    expect(exitCodeOf(sampleReport({ broken: 'unreachable' }), lenient)).toBe(3);
  });

  it('is 130 for an interrupted run, even with violations', () => {
    expect(exitCodeOf({ ...reportOf(failingRule()), isInterrupted: true }, lenient)).toBe(130);
  });
});

describe('roll-up', () => {
  it('counts each verdict', () => {
    expect(countVerdicts(everyVerdict())).toEqual({
      pass: 1,
      fail: 1,
      warn: 1,
      note: 1,
      'known deviation': 1,
      'unexpected pass': 1,
      'not applicable': 1,
      broken: 1,
    });
  });

  it('adds what was judged', () => {
    expect(countJudged([sampleRule({ judged: 2 }), sampleRule({ judged: 5 })])).toBe(7);
  });

  it.each<[Verdict, readonly Verdict[]]>([
    ['pass', ['pass', 'not applicable']],
    ['not applicable', ['not applicable']],
    ['not applicable', []],
    ['fail', ['pass', 'fail', 'unexpected pass', 'warn']],
    ['broken', ['fail', 'broken']],
    ['known deviation', ['warn', 'known deviation']],
  ])('finds %s the worst of %j', (worst, all) => {
    expect(worstVerdict(all)).toBe(worst);
  });

  it('knows the worst verdict of each operation', () => {
    const records = [
      sampleOperation({ rules: [sampleRule(), failingRule()] }),
      sampleOperation({ operation: 'oauth_token_post' }),
    ];
    expect([...worstByOperation(sampleReport({ records }))]).toEqual([
      ['oauth_client_post', 'fail'],
      ['oauth_token_post', 'pass'],
    ]);
  });

  it('never leaves a rule green that judged nothing', () => {
    expect(ruleRecords(reportOf(sampleRule({ judged: 0 })))).toMatchObject([
      { verdict: 'not applicable', reason: 'no exchange of this run could be judged' },
    ]);
  });

  it('says of an unexpected pass what to do', () => {
    expect(ruleRecords(reportOf(sampleRule({ verdict: 'unexpected pass' })))[0]?.reason).toContain(
      'remove the entry',
    );
  });

  it('shows an operation that broke off as a broken record of its own', () => {
    const records = [sampleOperation({ broken: 'connection refused' })];
    expect(ruleRecords(sampleReport({ records }))).toMatchObject([
      { verdict: 'pass' },
      { rule: 'run.operation.finished', verdict: 'broken', reason: 'connection refused' },
    ]);
  });
});

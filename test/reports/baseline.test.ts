import { describe, expect, it } from '@jest/globals';
import { baselineLines, compareWithBaseline } from '../../reports/baseline.ts';
import type { BaselineComparison } from '../../reports/run-report.ts';
import { buildResult } from '../../reports/result-file.ts';
import { exitCodeOf } from '../../reports/roll-up.ts';
import type { RuleRecord } from '../../checks/verdict.ts';
import { failingRule, redacted, reportOf, sampleFinding, sampleReport, sampleRule } from './sample-report.ts';

const compare = (before: readonly RuleRecord[], now: readonly RuleRecord[]): BaselineComparison =>
  compareWithBaseline(reportOf(...now), buildResult(reportOf(...before)));

const at = (...places: readonly string[]): RuleRecord =>
  failingRule({ findings: places.map((place) => sampleFinding({ at: place })) });

/** The places in each list of a comparison. */
function places(comparison: BaselineComparison): unknown {
  const { stillFailing, fixed, notJudged } = comparison;
  const listed = { new: comparison.new, stillFailing, fixed, notJudged };
  return Object.fromEntries(
    Object.entries(listed).map(([kind, list]) => [kind, list.map((defect) => defect.at)]),
  );
}

const none = { new: [], stillFailing: [], fixed: [], notJudged: [] };

describe('a comparison with an earlier run', () => {
  it('tells new, still failing and fixed defects apart, place by place', () => {
    expect(places(compare([at('/a', '/b')], [at('/b', '/c')]))).toEqual({
      ...none,
      ...{ new: ['/c'], stillFailing: ['/b'], fixed: ['/a'] },
    });
  });

  it('takes a defect at another index, with other values and in another case for the same', () => {
    const other = { actual: redacted('7'), family: 'valid.boundary', path: 'valid.boundary@1@2' };
    const now = failingRule({ findings: [sampleFinding({ at: '/entities/9/id', ...other })] });
    expect(places(compare([at('/entities/0/id', '/entities/1/id')], [now]))).toEqual({
      ...none,
      stillFailing: ['/entities/9/id'],
    });
  });

  it('takes a violated rule that was fixed for fixed', () => {
    expect(places(compare([at('/a')], [sampleRule()]))).toEqual({ ...none, fixed: ['/a'] });
  });

  it.each([
    ['judged nothing', [sampleRule({ judged: 0 })]],
    ['is broken', [sampleRule({ verdict: 'broken', judged: 3 })]],
    ['is not among the rules', []],
  ])('knows nothing of a rule that %s', (_name, now) => {
    expect(places(compare([at('/a')], now))).toEqual({ ...none, notJudged: ['/a'] });
  });

  it('takes a known deviation for still there', () => {
    const known = failingRule({ verdict: 'known deviation', reason: 'known' });
    expect(places(compare([failingRule()], [known]))).toEqual({ ...none, stillFailing: ['/client_secret'] });
  });

  it('changes no exit code', () => {
    const report = reportOf(at('/a'));
    const baseline = compareWithBaseline(report, buildResult(report));
    for (const strict of [true, false])
      expect(exitCodeOf({ ...report, baseline }, { strict })).toBe(exitCodeOf(report, { strict }));
  });

  it('is told in lines', () => {
    const many = Array.from({ length: 12 }, (_, index) => `/m${index}/x`);
    expect(baselineLines(compare([at('/a', '/b')], [at('/b', ...many)]), 100)).toMatchInlineSnapshot(`
     [
       "since 2026-01-02T03:04:05.000Z (seed 42): 12 new, 1 still failing, 1 fixed",
       "NEW oauth_client_post response.schema.valid (MUST) at /m0/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m1/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m2/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m3/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m4/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m5/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m6/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m7/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m8/x",
       "NEW oauth_client_post response.schema.valid (MUST) at /m9/x",
       "2 more NEW in the result file",
       "FIXED oauth_client_post response.schema.valid (MUST) at /a",
     ]
    `);
    expect(baselineLines(sampleReport().baseline, 100)).toEqual([]);
  });
});

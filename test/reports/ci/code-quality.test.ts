import { describe, expect, it } from '@jest/globals';
import { buildCodeQuality } from '../../../reports/ci/code-quality.ts';
import { operationIds } from '../../../spec/operation-ids.ts';
import { everyVerdict, failingRule, reportOf, sampleOperation, sampleReport } from '../sample-report.ts';

const contract = { path: 'api/openapi.yaml', lines: new Map([['oauth_client_post', 50]]) };

describe('the Code Quality report', () => {
  it('has the members that GitLab requires, for each cause', () => {
    const entries = buildCodeQuality(reportOf(...everyVerdict()), contract);
    expect(entries[0]).toEqual({
      description:
        'a registered client is not stored as it was sent (oauth_client_post) (2 tests): at /client_secret: expected string, actual absent; see npm run -s conformance -- explain client.registration.stored',
      check_name: 'client.registration.stored',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: 'major',
      location: { path: 'api/openapi.yaml', lines: { begin: 50 } },
    });
    expect(entries.map(({ check_name, severity }) => [check_name, severity]).slice(1)).toEqual([
      ['method.not-allowed.allow.gone', 'major'],
      ['response.date.present', 'minor'],
    ]);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('names the first line for what has no line of its own', () => {
    const [entry] = buildCodeQuality(reportOf(...everyVerdict()), { ...contract, lines: new Map() });
    expect(entry?.location.lines.begin).toBe(1);
  });

  it('counts the operations where there are too many to name', () => {
    const ids = operationIds.slice(0, 4);
    const records = ids.map((operation) =>
      sampleOperation({ operation, rules: [failingRule({ operation })] }),
    );
    const [entry] = buildCodeQuality(sampleReport({ records }), contract);
    expect(entry?.description).toContain('on 4 of 12 operations (4 tests)');
  });

  it('is an empty list for a target that conforms', () => {
    expect(buildCodeQuality(sampleReport(), contract)).toEqual([]);
  });
});

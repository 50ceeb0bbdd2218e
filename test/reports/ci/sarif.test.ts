import { describe, expect, it, jest } from '@jest/globals';
import { buildSarif } from '../../../reports/ci/sarif.ts';
import {
  everyVerdict,
  failingRule,
  redacted,
  reportOf,
  sampleFinding,
  sampleOperation,
  sampleReport,
} from '../sample-report.ts';

/** It has the schema of the standard. Its own types ask for those of Jest's global functions. */
const { toBeValidSarifLog } = jest.requireActual<{
  readonly toBeValidSarifLog: (log: object) => { readonly pass: boolean; readonly message: () => string };
}>('@microsoft/jest-sarif');

const contract = {
  path: 'our api/openapi.yaml',
  lines: new Map([
    ['oauth_client_post', 50],
    ['oauth_token_post', 90],
  ]),
};
const hostile = '[link](https://evil.example) {0} \\ \u0000';

/** Two operations with one cause, as SARIF. */
const one = sampleReport({
  records: [
    sampleOperation({ rules: [failingRule({ rule: 'token.answer.no-store' })] }),
    sampleOperation({
      operation: 'oauth_token_post',
      rules: [failingRule({ rule: 'token.answer.no-store', operation: 'oauth_token_post' })],
    }),
  ],
});

describe('SARIF', () => {
  it.each([
    ['every verdict', reportOf(...everyVerdict())],
    ['a cause on two operations', one],
    ['a target that conforms', sampleReport()],
    ['a run that was interrupted', sampleReport({ isInterrupted: true })],
    [
      'hostile text',
      reportOf(failingRule({ findings: [sampleFinding({ at: hostile, actual: redacted(hostile) })] })),
    ],
  ])('is valid by its schema with %s', (_name, report) => {
    const { pass, message } = toBeValidSarifLog(buildSarif(report, contract));
    expect(pass ? '' : message()).toBe('');
  });

  it('would be seen to be invalid', () => {
    expect(toBeValidSarifLog({ version: '2.1.0', runs: [{ results: [] }] }).pass).toBe(false);
  });

  it('has one result for each cause, at its first operation in the contract', () => {
    expect(buildSarif(one, contract)).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              name: 'prism-oauth-conformance',
              rules: [
                {
                  id: 'token.answer.no-store',
                  shortDescription: { text: 'forbids caches to store an answer with a token' },
                  helpUri: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.1',
                },
              ],
            },
          },
          invocations: [{ executionSuccessful: true }],
          results: [
            {
              ruleId: 'token.answer.no-store',
              ruleIndex: 0,
              level: 'error',
              message: {
                text: expect.stringMatching(
                  /^answers with tokens may be cached \(oauth_client_post, oauth_token_post\) \(2 tests\)\.\nat \/client_secret: expected string, actual absent\n/,
                ),
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'our%20api/openapi.yaml' },
                    region: { startLine: 50 },
                  },
                },
              ],
              relatedLocations: [{ physicalLocation: { region: { startLine: 90 } } }],
              partialFingerprints: {
                primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}$/),
              },
              properties: { tests: 2, replay: expect.stringContaining('--replay 42:') },
            },
          ],
        },
      ],
    });
  });

  it('tells warnings as warnings, and all else as errors', () => {
    expect(buildSarif(reportOf(...everyVerdict()), contract)).toMatchObject({
      runs: [{ results: [{ level: 'error' }, { level: 'error' }, { level: 'warning' }] }],
    });
  });

  it('says of an interrupted run that it did not succeed', () => {
    expect(buildSarif(sampleReport({ isInterrupted: true }), contract)).toMatchObject({
      runs: [{ invocations: [{ executionSuccessful: false }], results: [] }],
    });
  });

  it('makes no link and no placeholder of what a target says', () => {
    const report = reportOf(failingRule({ findings: [sampleFinding({ at: hostile })] }));
    const text = JSON.stringify(buildSarif(report, contract));
    expect(JSON.parse(text)).toMatchObject({
      runs: [
        {
          results: [
            {
              message: {
                text: expect.stringContaining(
                  String.raw`at \[link\](https://evil.example) {{0}} \\ \\u{{0}}: expected`,
                ),
              },
            },
          ],
        },
      ],
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { fidelityPage } from '../../../tools/zoo/fidelity-page.ts';
import { scalar } from '../../../tools/zoo/scalar.ts';
import { scoreMock, scoreOperations } from '../../../tools/zoo/score-operations.ts';
import type { RunFile } from '../../../tools/zoo/finding.ts';

const operation = 'oauth_client_post';

function run(verdicts: Readonly<Record<string, string>>): RunFile {
  return {
    verdicts: Object.entries(verdicts).map(([rule, verdict]) => ({
      ...{ operation, rule, verdict, violations: [], replay: null },
    })),
  };
}

const compared = { fidelity: 0.999, operations: [{ operation, fidelity: 0.25 }] };

describe('the score of an operation', () => {
  it('is the share of rules of each level that were kept', () => {
    const verdicts = {
      'response.schema.valid': 'pass',
      'error.envelope.documented': 'fail',
      'request.invalid.refused': 'warn',
      'auth.credentials.required': 'pass',
      'request.valid.accepted': 'pass',
      'client.registration.stored': 'broken',
      'authorize.code.present': 'not applicable',
    };
    expect(scoreOperations(run(verdicts), compared)).toEqual([
      {
        operation,
        fidelity: 0.25,
        levels: { shape: 0.5, validation: 2 / 3, memory: 0, OAuth: null },
      },
    ]);
  });

  it('has no part of other operations', () => {
    const [score] = scoreOperations(run({ 'response.schema.valid': 'pass' }), {
      ...compared,
      operations: [{ operation: 'oauth_token_post', fidelity: null }],
    });
    expect(score?.levels.shape).toBeNull();
  });
});

describe('the page on mocks', () => {
  const finding = {
    ...{ operation, rule: 'client.unknown.not-found', at: 'status', expected: '404', actual: '200' },
    curl: 'curl -i "$PRISM_TARGET"',
  };
  const found = run({ 'response.schema.valid': 'pass', 'error.envelope.documented': 'fail' });
  const page = fidelityPage([
    {
      ...{ mock: scalar, version: '1.2.3', score: scoreMock(found, compared), findings: [finding] },
      operations: scoreOperations(found, compared),
    },
  ]);

  it('says 100 of nothing that differs, and nothing of what was not judged', () => {
    expect(page).toContain('| @scalar/mock-server 1.2.3 | 50 | - | - | - | 99 |');
    expect(page).toContain(`| ${operation} | 50 | - | - | - | 25 |`);
  });

  it('shows each finding with its curl line', () => {
    expect(page).toContain('violates `client.unknown.not-found`: at status: expected 404, actual 200');
    expect(page).toContain('curl -i "$PRISM_TARGET"');
  });

  it('names no address of the mock', () => {
    expect(page).not.toMatch(/127\.0\.0\.1|localhost/);
  });
});

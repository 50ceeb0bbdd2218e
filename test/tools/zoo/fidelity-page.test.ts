import { describe, expect, it } from '@jest/globals';
import { fidelityPage } from '../../../tools/zoo/fidelity-page.ts';
import { scalar } from '../../../tools/zoo/mocks.ts';
import { brokenOff, scoreMock, scoreOperations } from '../../../tools/zoo/score-operations.ts';
import type { RunFile } from '../../../tools/zoo/finding.ts';

const operation = 'oauth_client_post';

function run(verdicts: Readonly<Record<string, string>>): RunFile {
  return {
    verdicts: Object.entries(verdicts).map(([rule, verdict]) => ({
      ...{ operation, rule, verdict, violations: [], families: [], replay: null, reason: null },
    })),
  };
}

const compared = { fidelity: 0.999, operations: [{ operation, fidelity: 0.25, broken: null }] };

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
      operations: [{ operation: 'oauth_token_post', fidelity: null, broken: null }],
    });
    expect(score?.levels.shape).toBeNull();
  });
});

describe('a mock that was not driven to its end', () => {
  const stopped = 'the target stopped answering: no connection could be made';

  it('has no score, whichever command saw it stop', () => {
    const [verdict] = run({ 'run.operation.finished': 'broken' }).verdicts;
    if (verdict === undefined) throw new TypeError('no verdict');
    expect(brokenOff({ verdicts: [{ ...verdict, reason: stopped }] }, compared)).toBe(stopped);
    const [compare] = compared.operations.map((one) => ({ ...one, broken: `B: ${stopped}` }));
    if (compare === undefined) throw new TypeError('no operation');
    expect(brokenOff(run({}), { ...compared, operations: [compare] })).toBe(`B: ${stopped}`);
  });

  it('is not one that gives nothing to go on with', () => {
    const [verdict] = run({ 'token.type.bearer': 'broken' }).verdicts;
    if (verdict === undefined) throw new TypeError('no verdict');
    const reason = 'no case could be set up: authorize answered 302, without code';
    expect(brokenOff({ verdicts: [{ ...verdict, reason }] }, compared)).toBeNull();
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

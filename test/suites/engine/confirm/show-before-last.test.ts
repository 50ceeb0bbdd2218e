import { describe, expect, it } from '@jest/globals';
import type { OperationRecord } from '../../../../checks/verdict.ts';
import type { Exchange } from '../../../../driver/exchange.ts';
import type { Family } from '../../../../generators/family.ts';
import type { Contract } from '../../../../spec/operation.ts';
import { runSuite } from '../../../../suites/engine/run-suite.ts';
import { caseOf, exchangeOf, fakeWire, isOk, request, step, textFamily } from '../fake-suite.ts';

const killing: Family = {
  ...textFamily('broken.killing', { enough: 1 }),
  polarity: 'broken',
  isAlone: true,
  isCrashProne: true,
};

function posting(family: Family, path: string): Family {
  const main = step({ name: 'main', role: 'main', request: request([path], 'POST') });
  return { ...family, cases: family.cases.map(() => caseOf([main], family.name)) };
}

/** A target that a case of the last family ends, or keeps busy for good. */
function drive(statusOf: (number: number) => number, after: 'reset' | 'hang'): Promise<OperationRecord> {
  let number = 0;
  let isGone = false;
  return runSuite(
    {
      ...{ suite: 'oauth_idp_login_get', contract: { operations: {} } as unknown as Contract },
      families: [posting(textFamily('valid.texts', { enough: 8 }), '/usual'), posting(killing, '/kill')],
      ...{ rules: [isOk], seed: 1, runs: 16, concurrency: 4, deadline: null, replay: null },
      ...{ shrinkBudget: { each: 0, all: 0 }, isInterrupted: () => false, onProgress: () => undefined },
    },
    fakeWire((sent): Exchange => {
      isGone ||= sent.path.includes('kill');
      if (!isGone) return exchangeOf(sent, statusOf((number += 1)));
      const failure = { kind: after, message: 'no answer' } as const;
      return { request: sent, response: null, failure, durationMs: after === 'hang' ? 10_000 : 1 };
    }),
  );
}

describe.each(['reset', 'hang'] as const)('before a case after which all requests %s', (after) => {
  it('a refusal that shows each time is a finding, though it has to show again', async () => {
    const { rules, flaky } = await drive(() => 401, after);
    expect(rules).toMatchObject([{ verdict: 'fail' }]);
    const refused = rules[0]?.findings.filter(({ actual }) => actual === '401');
    expect(refused).toMatchObject([{ isReproduced: true }]);
    expect(flaky.filter(({ example }) => example.includes('401'))).toEqual([]);
  });

  it('a refusal that came once is told as flaky', async () => {
    const { rules, flaky } = await drive((number) => (number === 3 ? 401 : 200), after);
    expect(rules[0]?.findings.filter(({ actual }) => actual === '401')).toEqual([]);
    expect(flaky.filter(({ example }) => example.includes('401'))).toHaveLength(1);
  });
});

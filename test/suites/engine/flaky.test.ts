import { describe, expect, it } from '@jest/globals';
import type { OperationRecord } from '../../../checks/verdict.ts';
import type { Exchange } from '../../../driver/exchange.ts';
import type { Contract } from '../../../spec/operation.ts';
import { runSuite } from '../../../suites/engine/run-suite.ts';
import { caseOf, exchangeOf, fakeWire, isOk, request, step, textFamily } from './fake-suite.ts';

/** A run of POSTs, which are never retried, against a target whose answers depend on the request number. */
function drive(
  statusOf: (number: number, sent: Exchange['request']) => number,
  method = 'POST',
): Promise<OperationRecord> {
  let number = 0;
  const family = textFamily('valid.texts', { enough: 40 });
  const posts = family.cases.map(({ steps }) => {
    const path = steps[0]?.request.path ?? [];
    return caseOf([step({ name: 'main', role: 'main', request: request(path, method) })], family.name);
  });
  return runSuite(
    {
      suite: 'oauth_idp_login_get',
      contract: { operations: {} } as unknown as Contract,
      families: [{ ...family, cases: posts }],
      rules: [isOk],
      seed: 1,
      runs: 40,
      concurrency: 4,
      deadline: null,
      replay: null,
      shrinkBudget: { each: 20, all: 20 },
      isInterrupted: () => false,
      onProgress: () => undefined,
    },
    fakeWire((sent) => exchangeOf(sent, statusOf((number += 1), sent))),
  );
}

describe('a violation that does not show again', () => {
  it('is told as flaky, and is none, where a gateway may have made it', async () => {
    const { rules, flaky } = await drive((number) => (number === 7 ? 503 : 200));
    expect(rules).toMatchObject([{ verdict: 'pass', judged: 40, violated: 0, findings: [] }]);
    expect(flaky).toMatchObject([{ rule: 'test.status.ok', count: 1 }]);
    expect(flaky[0]?.example).toContain('expected 200, actual 503');
  });

  it('is a violation where no gateway answers so', async () => {
    const { rules, flaky } = await drive((number) => (number === 7 ? 500 : 200));
    expect(rules).toMatchObject([{ verdict: 'fail', findings: [{ isReproduced: false }] }]);
    expect(flaky).toEqual([]);
  });

  it('is sent again at once where that does no harm', async () => {
    const { rules, flaky, repeats } = await drive((number) => (number === 7 ? 503 : 200), 'GET');
    expect(rules).toMatchObject([{ verdict: 'pass' }]);
    expect([flaky, repeats]).toEqual([[], 1]);
  });
});

describe('a violation that shows again', () => {
  it('counts, whatever its status', async () => {
    const { rules, flaky } = await drive(() => 503);
    expect(rules).toMatchObject([{ verdict: 'fail', violated: 40, findings: [{ isReproduced: true }] }]);
    expect(flaky).toEqual([]);
  });

  it('is found behind transient answers of the same kind', async () => {
    const isLong = ({ path }: Exchange['request']): boolean => path.length > 40;
    const { rules } = await drive((number, sent) => (number === 1 || isLong(sent) ? 503 : 200));
    expect(rules).toMatchObject([{ verdict: 'fail', findings: [{ isReproduced: true }] }]);
  });

  it('counts where it shows so often that it is not transient', async () => {
    let last = false;
    const { rules } = await drive(() => ((last = !last) ? 503 : 200));
    expect(rules).toMatchObject([{ verdict: 'fail' }]);
  });
});

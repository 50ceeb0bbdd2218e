import { describe, expect, it } from '@jest/globals';
import type { Exchange, Failure } from '../../../driver/exchange.ts';
import { exitCodeOf, settledRules } from '../../../reports/roll-up.ts';
import type { Contract } from '../../../spec/operation.ts';
import { Outage } from '../../../suites/engine/retry/outage.ts';
import { runSuite, type SuiteRecord } from '../../../suites/engine/run-suite.ts';
import type { SuitePlan } from '../../../suites/engine/suite-run.ts';
import { sampleReport } from '../../reports/sample-report.ts';
import { caseOf, exchangeOf, fakeWire, request, step, textFamily } from './fake-suite.ts';

const failed = (sent: Exchange['request'], kind: Failure['kind']): Exchange => ({
  ...{ request: sent, response: null, durationMs: 1 },
  failure: { kind, message: kind },
});

/** Drives families that send their name as the path, to a target that one of them ends. */
function drive(
  answer: (sent: Exchange['request'], number: number) => Exchange | Promise<Exchange>,
  plan: Partial<SuitePlan> = {},
): Promise<SuiteRecord> {
  let number = 0;
  const families = ['valid.one', 'broken.bomb', 'valid.two'].map((name) => ({
    ...textFamily(name, { enough: 30, polarity: name.startsWith('valid') ? 'valid' : 'broken' }),
    cases: textFamily(name).cases.map(() =>
      caseOf([step({ name: 'main', role: 'main', request: request([name], 'POST') })], name),
    ),
  }));
  return runSuite(
    {
      ...{ suite: 'oauth_idp_login_get', contract: { operations: {} } as unknown as Contract },
      ...{ families, rules: [], seed: 1, runs: 90, concurrency: 4, deadline: null, replay: null },
      shrinkBudget: { each: 20, all: 60 },
      outage: new Outage(true, 0),
      isInterrupted: () => false,
      onProgress: () => undefined,
      ...plan,
    },
    fakeWire((sent) => answer(sent, (number += 1))),
  );
}

/** Answers until a request comes that ends it, which closes the connections of those that come with it. */
function mortal(
  isDeadly: (sent: Exchange['request']) => boolean,
): (sent: Exchange['request']) => Promise<Exchange> {
  let isDead = false;
  return async (sent) => {
    if (isDead) return failed(sent, 'refused');
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (isDeadly(sent)) isDead = true;
    return isDead ? failed(sent, 'reset') : exchangeOf(sent, 200);
  };
}

const isBomb = ({ path }: Exchange['request']): boolean => path.includes('broken.bomb');

describe('a request that ends the target', () => {
  it('is named with its case, among those in flight, and fails', async () => {
    const record = await drive(mortal(isBomb));
    expect(record.broken).toContain('the target stopped answering');
    expect(record.crash?.finding).toMatchObject({
      at: 'connection',
      family: 'broken.bomb',
      path: expect.stringMatching(/^broken\.bomb@0@\d+$/),
      isReproduced: null,
    });
    expect(record.crash?.finding.actual).toMatch(/^none, and nobody listens any more/);
    expect(record.crash?.finding.exchanges[0]?.request).toContain('broken.bomb');
    expect(settledRules(record)).toMatchObject([
      {
        rule: 'run.operation.finished',
        level: 'MUST',
        verdict: 'fail',
        findings: [{ family: 'broken.bomb' }],
      },
    ]);
    expect(exitCodeOf({ ...sampleReport(), records: [record] }, { strict: false })).toBe(1);
  });

  it('is named when it is the last one, as in a replay', async () => {
    const record = await drive(mortal(isBomb), { replay: 'broken.bomb@0@0' });
    expect(record.crash?.finding).toMatchObject({
      path: 'broken.bomb@0@0',
      actual: 'none, and nobody listens any more',
    });
    expect(record.broken).toBe('the target stopped answering');
  });

  it('is named where its connection had been used, so that it was sent again and refused', async () => {
    let isDead = false;
    const record = await drive(async (sent) => {
      const isKiller = !isDead && isBomb(sent);
      isDead ||= isKiller;
      // The driver answers with a request of its own.
      const exchange = isDead ? failed({ ...sent }, 'refused') : exchangeOf({ ...sent }, 200);
      return Promise.resolve(isKiller ? { ...exchange, isRepeated: true } : exchange);
    });
    expect(record.crash?.finding).toMatchObject({ family: 'broken.bomb' });
  });

  it('is not sought where the target only closes connections', async () => {
    const closes = (sent: Exchange['request']): Exchange =>
      isBomb(sent) ? failed(sent, 'reset') : exchangeOf(sent, 200);
    const record = await drive(closes, { runs: 9 });
    expect([record.crash, record.broken]).toEqual([undefined, null]);
  });

  it('is not sought where the target went away between requests', async () => {
    const record = await drive((sent, number) =>
      number > 20 ? failed(sent, 'refused') : exchangeOf(sent, 200),
    );
    expect(record.crash).toBeUndefined();
    expect(settledRules(record)).toMatchObject([{ rule: 'run.operation.finished', verdict: 'broken' }]);
  });

  it('is not sought where the target came back', async () => {
    let number = 0;
    const record = await drive((sent) => {
      number += 1;
      if (isBomb(sent) && number < 20) return failed(sent, 'reset');
      return number === 20 ? failed(sent, 'refused') : exchangeOf(sent, 200);
    });
    expect([record.crash, record.broken]).toEqual([undefined, null]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { answerInTime } from '../../../../checks/robustness/rules.ts';
import type { OperationRecord } from '../../../../checks/verdict.ts';
import type { Exchange } from '../../../../driver/exchange.ts';
import type { Family } from '../../../../generators/family.ts';
import { loadBundledContract } from '../../../../spec/load-contract.ts';
import type { Contract } from '../../../../spec/operation.ts';
import { caseOf, exchangeOf, fakeWire, isOk, request, step, textFamily } from '../fake-suite.ts';
import { runSuite } from '../../../../suites/engine/run-suite.ts';
import type { SuitePlan } from '../../../../suites/engine/suite-run.ts';
import * as fc from 'fast-check';

type Sent = Exchange['request'];

let contract: Contract;
beforeAll(async () => {
  contract = await loadBundledContract();
});

/** Cases that name their family in their path. */
function named(name: string, facts: Partial<Family> = {}): Family {
  const main = step({ name: 'main', role: 'main', request: request([name]) });
  return textFamily(name, { cases: fc.constant(caseOf([main], name)), enough: 20, ...facts });
}

const kinds = Array.from({ length: 12 }, (_, index) => `valid.kind-${index}`);

/** Drives a target whose answers take as long as is said. The waits are a thousandth of that. */
async function drive(
  durationOf: (sent: Sent, number: number) => number,
  facts: Partial<SuitePlan> = {},
): Promise<{ readonly record: OperationRecord; readonly sent: readonly string[] }> {
  let number = 0;
  const wire = fakeWire(async (sent): Promise<Exchange> => {
    const durationMs = durationOf(sent, (number += 1));
    await wait(durationMs / 1000);
    if (durationMs < 10_000) return { ...exchangeOf(sent, 200), durationMs };
    return { request: sent, response: null, failure: { kind: 'hang', message: 'no answer' }, durationMs };
  });
  const record = await runSuite(
    {
      ...{ suite: 'oauth_idp_login_get', contract, families: kinds.map((name) => named(name)) },
      ...{ rules: [answerInTime, isOk], seed: 1, runs: 240, concurrency: 8, deadline: null, replay: null },
      ...{ shrinkBudget: { each: 40, all: 40 }, isInterrupted: () => false, onProgress: () => undefined },
      ...facts,
    },
    wire,
  );
  return { record, sent: wire.sent.map(({ path }) => path.replace('/v3/', '')) };
}

describe('a kind of cases that hangs', () => {
  it('is told, with little more spent on it, while all other cases are sent', async () => {
    const { record, sent } = await drive(({ path }) => (path.endsWith('kind-3') ? 10_000 : 5));
    const [inTime] = record.rules;
    expect(inTime).toMatchObject({
      verdict: 'fail',
      findings: [{ isReproduced: true, family: 'valid.kind-3' }],
    });
    // Some in flight at once, and three to see it again.
    expect(sent.filter((path) => path === 'valid.kind-3').length).toBeLessThanOrEqual(11);
    for (const kind of kinds.filter((name) => name !== 'valid.kind-3'))
      expect(sent.filter((path) => path === kind)).toHaveLength(20);
    expect(record.cut).toMatchObject({ hanging: ['valid.kind-3'], families: 0, isTimeUp: false });
    expect(record.cut?.cases).toBe(240 - record.cases.valid);
    expect(record.broken).toBeNull();
  });

  it.each<[string, readonly Family[], number, readonly (boolean | null)[]]>([
    ['is not sent again if it hung twice', [named('valid.two', { enough: 2 })], 2, [null]],
    ['is sent again once if it hung once', [named('valid.one', { enough: 1 })], 2, [true]],
    [
      'is not sent again, nor is another one sent, if it looks for hangs',
      [
        named('valid.hard', { enough: 1, isAlone: true, isHangProne: true }),
        named('valid.hard-too', { enough: 1, isAlone: true, isHangProne: true }),
      ],
      1,
      [null],
    ],
  ])(
    '%s, where an earlier suite has proved that requests hang',
    async (_name, families, times, reproduced) => {
      const heldUp = { ms: 0, isHangProved: true } as const;
      const { record, sent } = await drive(({ path }) => (path.endsWith('usual') ? 5 : 10_000), {
        ...{ heldUp, families: [named('valid.usual'), ...families] },
      });
      expect(record.rules[0]?.findings.map(({ isReproduced }) => isReproduced)).toEqual(reproduced);
      expect(sent.filter((path) => !path.endsWith('usual'))).toHaveLength(times);
    },
  );

  it('is tried one case at a time once several of them hang', async () => {
    const { record, sent } = await drive((_, number) => (number > 4 ? 10_000 : 5), { concurrency: 4 });
    // Some of one kind, and then one of each until that holds the suite up too long.
    expect(sent.length).toBeLessThan(32);
    expect(record.broken).toContain('the target stopped answering');
  });
});

describe('a family of which each case sends all', () => {
  const usual = step({ name: 'main', role: 'main', request: request(['hard']) });
  const probe = step({ name: 'use-token', role: 'probe', request: request(['probe']) });
  const steps = [usual, { ...probe, unlessSlowMs: 1000 }];
  const hard = named('valid.hard', {
    ...{ cases: fc.constant(caseOf(steps, 'valid.hard')), enough: 3, isAlone: true, isExhaustive: true },
  });

  it('gives no further case after one that was sent to its end, and leaves nothing out', async () => {
    const { record, sent } = await drive(() => 5, { families: [hard] });
    expect(sent).toEqual(['hard', 'probe']);
    expect(record).toMatchObject({ cases: { valid: 1 } });
    expect(record.cut).toBeUndefined();
  });

  it('gives another case after one that ended early', async () => {
    const { sent } = await drive((_, number) => (number < 3 ? 1500 : 5), { families: [hard] });
    expect(sent).toEqual(['hard', 'hard', 'hard', 'probe']);
  });
});

describe('a target that is slow', () => {
  it('gets the first case of each kind, and the record says what it did not get', async () => {
    const { record, sent } = await drive(() => 4000);
    expect(new Set(sent).size).toBe(12);
    expect(sent.length).toBeLessThan(60);
    expect(record.cut).toMatchObject({ families: 0, hanging: [] });
    expect(record.cut?.slow).toHaveLength(12);
    expect(record.rules).toMatchObject([{ verdict: 'pass' }, { verdict: 'pass' }]);
  });

  it('gets all cases where it is a little slow, or slow for once', async () => {
    for (const durationOf of [() => 900, (_: Sent, number: number) => (number === 9 ? 9000 : 5)]) {
      const { record } = await drive(durationOf);
      expect(record).toMatchObject({ cases: { valid: 240 } });
      expect(record.cut).toBeUndefined();
    }
  });

  it('gets the first case of each kind while the time is short, and none once it is up', async () => {
    const short = await drive(() => 900, { shareMs: 15 });
    expect(short.record.cut).toMatchObject({ isTimeUp: true });
    expect(short.record.cases.valid).toBeLessThan(240);
    const none = await drive(() => 900, { shareMs: 0 });
    expect(none.sent).toEqual([]);
    expect(none.record.cut).toEqual({ cases: 240, families: 12, hanging: [], slow: [], isTimeUp: true });
    expect(none.record.rules.map(({ verdict }) => verdict)).toEqual(['not applicable', 'not applicable']);
  });

  it('judges no rule by a case that was cut off', async () => {
    const waits = named('valid.waits', {
      cases: fc.constant(
        caseOf(
          [
            step({ name: 'register', role: 'setup', waitMs: 5200 }),
            step({ name: 'main', role: 'main', request: request(['late']) }),
          ],
          'valid.waits',
        ),
      ),
      enough: 1,
    });
    const { record, sent } = await drive(() => 5, { families: [waits], shareMs: 50 });
    expect(sent).toEqual([]);
    expect(record.rules.map(({ verdict }) => verdict)).toEqual(['not applicable', 'not applicable']);
    expect(record.cut).toMatchObject({ cases: 1, families: 1, isTimeUp: true });
  }, 15_000);
});

describe('a case that waits', () => {
  it('holds no place, and no more requests than asked for are in flight', async () => {
    let inFlight = 0;
    let most = 0;
    const wire = fakeWire(async (sent) => {
      most = Math.max(most, (inFlight += 1));
      await wait(2);
      inFlight -= 1;
      return exchangeOf(sent, 200);
    });
    const waiting = named('valid.waiting', {
      cases: fc.constant(caseOf([step({ name: 'main', role: 'main', waitMs: 400 })], 'valid.waiting')),
      enough: 10,
    });
    const startedAt = performance.now();
    await runSuite(
      {
        ...{
          suite: 'oauth_idp_login_get',
          contract,
          families: [waiting, named('valid.other', { enough: 50 })],
        },
        ...{ rules: [isOk], seed: 1, runs: 60, concurrency: 2, deadline: null, replay: null },
        ...{ shrinkBudget: { each: 0, all: 0 }, isInterrupted: () => false, onProgress: () => undefined },
      },
      wire,
    );
    // One after another in two places, ten waits would take two seconds.
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(most).toBe(2);
    expect(wire.sent).toHaveLength(60);
  });
});
